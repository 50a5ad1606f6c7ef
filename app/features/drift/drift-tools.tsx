'use client';

import { useTranslations } from 'use-intl';
import type { DriftItem } from '../../../domain/drift/drift-item.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { DriftAction } from './use-drift-drawer.ts';
import { useRefusedAdoption } from './use-refused-adoption.ts';

interface DriftToolsProps {
  readonly all: readonly DriftItem[];
  readonly chosen: readonly DriftItem[];
  readonly lacks: string | null;
  readonly onAll: (chosen: boolean) => void;
  readonly onAct: (action: DriftAction) => void;
}

/** How much differs, and what can be done about many of them at once. */
export function DriftTools({ all, chosen, lacks, onAll, onAct }: DriftToolsProps) {
  const t = useTranslations('drift');
  const refused = useRefusedAdoption();
  const count = String(chosen.length);
  const none = chosen.length === 0 ? t('chooseFirst') : null;
  /** The first of the chosen ones that doesn't fit, in words. */
  const unfit = (why: 'notAdoptable' | 'notIgnorable') => {
    const first = chosen.find((item) => item[why] !== null);
    return first && t('refused.target', { target: first.target, reason: refused(first[why]) ?? '' });
  };
  return (
    <>
      <Checkbox
        label={t('selectAll')}
        checked={chosen.length === all.length}
        onChange={(event) => onAll(event.target.checked)}
      />
      <h2 className="font-medium">{t('differences', { count: all.length })}</h2>
      <span className="flex flex-wrap gap-2">
        <Button offBecause={lacks ?? none ?? unfit('notAdoptable')} onClick={() => onAct('adopt')}>
          {t('adoptSome', { count })}
        </Button>
        <Button offBecause={lacks ?? none} onClick={() => onAct('reapply')}>
          {t('reapplySome', { count })}
        </Button>
        <Button offBecause={lacks ?? none ?? unfit('notIgnorable')} onClick={() => onAct('ignore')}>
          {t('ignoreSome', { count })}
        </Button>
      </span>
    </>
  );
}
