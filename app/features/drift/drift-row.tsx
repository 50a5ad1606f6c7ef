'use client';

import { CircleDot, CircleSlash, type LucideIcon, Shuffle } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { DriftItem } from '../../../domain/drift/drift-item.ts';
import { parseServiceKey, serviceKeySlug } from '../../../domain/lvs/service-key.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { StateWord, type Tone } from '../../ui/state-word.tsx';
import { DriftSides } from './drift-sides.tsx';
import type { DriftAction } from './use-drift-drawer.ts';
import { useRefusedAdoption } from './use-refused-adoption.ts';

const looks: Record<DriftItem['kind'], { tone: Tone; icon: LucideIcon }> = {
  missing: { tone: 'bad', icon: CircleSlash },
  extra: { tone: 'warn', icon: CircleDot },
  differs: { tone: 'warn', icon: Shuffle },
};

interface DriftRowProps {
  readonly cluster: string;
  readonly item: DriftItem;
  readonly chosen: boolean;
  readonly lacks: string | null;
  readonly onChoose: (chosen: boolean) => void;
  readonly onAct: (action: DriftAction) => void;
}

/** One place where the kernel differs: its three sides, the line that puts it right, and what can be done. */
export function DriftRow({ cluster, item, chosen, lacks, onChoose, onAct }: DriftRowProps) {
  const t = useTranslations('drift');
  const refused = useRefusedAdoption();
  const { target, kind, sides, line } = item;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-1 border-b px-4 py-2.5">
      <Checkbox
        hideLabel
        className="pt-1"
        label={t('select', { target })}
        checked={chosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h3 className="min-w-0 font-medium">
            <Target cluster={cluster} item={item} />
          </h3>
          <StateWord {...looks[kind]} title={t(`kindWhy.${kind}`)}>
            {t(`kinds.${kind}`)}
          </StateWord>
          <span className="ml-auto flex flex-wrap gap-2">
            <Button offBecause={lacks ?? refused(item.notAdoptable)} onClick={() => onAct('adopt')}>
              {t('adopt')}
            </Button>
            <Button offBecause={lacks} onClick={() => onAct('reapply')}>
              {t('reapply')}
            </Button>
            <Button offBecause={lacks ?? refused(item.notIgnorable)} onClick={() => onAct('ignore')}>
              {t('ignore')}
            </Button>
          </span>
        </div>
        <DriftSides target={target} sides={sides} />
        <p className="text-[12px] text-ink-3">
          {t('line')} <code className="figures break-words text-ink-2">{line}</code>
        </p>
      </div>
    </li>
  );
}

function Target({ cluster, item }: { readonly cluster: string; readonly item: DriftItem }) {
  const { service, destination, realServer, target } = item;
  const key = service ? parseServiceKey(service) : null;
  if (!key?.ok) return <span className="figures break-words">{target}</span>;
  return (
    <>
      <Link
        href={`/clusters/${encodeURIComponent(cluster)}/services/${serviceKeySlug(key.value)}`}
        className="figures break-words hover:underline"
      >
        {service}
      </Link>
      {destination ? <span className="figures break-words"> → {destination}</span> : null}
      {realServer && realServer !== destination ? (
        <span className="ml-2 font-normal text-ink-2">{realServer}</span>
      ) : null}
    </>
  );
}
