'use client';

import { useTranslations } from 'use-intl';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';

const keys = [
  ['Ctrl K · ⌘K', 'palette'],
  ['/', 'filter'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['d', 'drain'],
  ['u', 'return'],
  ['z', 'undo'],
  ['p', 'pause'],
  ['?', 'help'],
] as const;

/** All keys that do something. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('shell');
  return (
    <Dialog open onClose={onClose} title={t('keys')}>
      <DialogBody>
        <dl className="grid grid-cols-[7rem_1fr] gap-y-1.5">
          {keys.map(([key, name]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="figures rounded-sm border border-line-strong bg-sunken px-1.5 py-px">{key}</kbd>
              </dt>
              <dd>{t(`shortcuts.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </DialogBody>
    </Dialog>
  );
}
