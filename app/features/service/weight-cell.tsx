'use client';

import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { momentText } from '../numbers/moment-text.ts';

/** The written weight, the one in effect where it differs, and the kernel's where that differs too. */
export function WeightCell({ row }: { readonly row: DestinationRow }) {
  const t = useTranslations('words');
  const { writtenWeight, effectiveWeight, kernelWeight, outBy, health } = row;
  const why = [
    ...outBy.flatMap(({ kind, by, since, reason }) =>
      kind === 'test' ? [] : [t(kind === 'ramp' ? 'rampBy' : 'overlayBy', { by, since: momentText(since), reason })],
    ),
    ...(health?.out ? [t('stateWhy.check-failed')] : []),
  ].join('\n');
  const drifted = kernelWeight !== null && effectiveWeight !== null && kernelWeight !== effectiveWeight;
  return (
    <span className="figures whitespace-nowrap" title={why || undefined}>
      {writtenWeight === null ? (
        <span className="text-ink-3">–</span>
      ) : (
        <span className={writtenWeight === 0 ? 'text-ink-3' : ''}>{writtenWeight}</span>
      )}
      {effectiveWeight !== writtenWeight ? (
        <>
          <span className="text-ink-3"> → </span>
          <span className="text-move">{effectiveWeight}</span>
        </>
      ) : null}
      {drifted || (writtenWeight === null && kernelWeight !== null) ? (
        <span className="text-warn"> ({t('kernelWeight', { weight: String(kernelWeight) })})</span>
      ) : null}
      {why ? <span className="sr-only">{why}</span> : null}
    </span>
  );
}
