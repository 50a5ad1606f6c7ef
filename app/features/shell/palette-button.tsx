'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';

const Palette = dynamic(() => import('../palette/palette.tsx').then((module) => module.Palette), { ssr: false });

/** Opens the palette, by itself and by Ctrl-K or ⌘K. */
export function PaletteButton() {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((is) => !is);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        icon={<Search aria-hidden className="size-3.5 text-ink-2" />}
        className="max-sm:px-1.5"
      >
        <span className="text-ink-2 max-sm:sr-only">{t('goTo')}</span>
        <kbd aria-hidden className="figures text-[11px] text-ink-3 max-sm:hidden">
          Ctrl K
        </kbd>
      </Button>
      {open ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}
