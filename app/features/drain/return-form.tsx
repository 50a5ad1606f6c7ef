'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DrainOverlay, Overlay } from '../../../domain/overlay/overlay.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { ApplyForm } from '../change/apply-form.tsx';
import type { Outcome, ReasonDraft } from '../change/change-request.ts';
import { DrainPlan, GraveEffects } from './drain-effects.tsx';
import { returnRequest } from './drain-request.ts';
import { isOperators } from './is-operators.ts';
import { PassingField } from './passing-field.tsx';
import { PreviewPending } from './preview-pending.tsx';
import { PreviewProblems } from './preview-problems.tsx';
import { RampFields } from './ramp-fields.tsx';
import { rampOver } from './ramp-over.ts';
import { RampWeights } from './ramp-weights.tsx';
import { ReturnReasons } from './return-reasons.tsx';
import { useDrainPreview } from './use-drain-preview.ts';

/** Checks that pass in a row before it is believed. */
const usualPassing = 2;

interface ReturnFormProps {
  readonly cluster: string;
  /** All that lies over what is to return. */
  readonly overlays: readonly Overlay[];
  readonly name: string;
  /** Whether its destinations are checked; null where that isn't known here. */
  readonly checked: boolean | null;
  readonly draft: ReasonDraft;
  readonly onOutcome: (outcome: Outcome, simulated: ReadonlySet<string>) => void;
}

/** How to return: which reasons end, at once or as a ramp, what is done, and why. */
export function ReturnForm({ cluster, overlays, name, checked, draft, onOutcome }: ReturnFormProps) {
  const t = useTranslations('drain');
  const refusal = useRefusalText();
  const [ends, setEnds] = useState<readonly DrainOverlay[]>(() => overlays.filter(isOperators));
  // What was there when the dialog opened: with none ticked the preview is still of something.
  const [all] = useState(ends);
  const [over, setOver] = useState('');
  const [passing, setPassing] = useState<number | null>(checked === false ? null : usualPassing);
  const first = useState<string | null>(null);
  const ramp = rampOver(over);
  const { preview, current, problems, error, look } = useDrainPreview({
    ...{ cluster, action: 'return', mode: 'wait', ignoresPersistence: false },
    targets: (ends.length > 0 ? ends : all).map(({ target }) => target),
    ramp: ramp ? { over: ramp } : null,
    passingNeeded: passing,
  });
  if (!preview) return <PreviewPending problems={problems} refusal={refusal(error)} onAgain={look} />;

  const simulated = new Set(preview.directors.flatMap((one) => (one.simulated ? [one.director] : [])));
  const off =
    ends.length === 0
      ? t('reasons.none')
      : ramp === undefined
        ? t('ramp.wrong')
        : problems.length > 0
          ? t('cantNow')
          : current
            ? null
            : t('says.looking');
  const about = { cluster, name, undoReason: (reason: string) => t('undo.reason', { reason }).slice(0, 500) };
  return (
    <ApplyForm
      request={returnRequest(about, { ends, rampOver: ramp ?? null, passingNeeded: passing })}
      preview={preview}
      back={null}
      draft={draft}
      first={first}
      offBecause={off}
      onOutcome={(outcome) => onOutcome(outcome, simulated)}
      onStale={look}
      below={<DrainPlan preview={preview} />}
    >
      <PreviewProblems problems={problems} />
      <ReturnReasons overlays={overlays} ends={ends} onChange={setEnds} />
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 max-sm:grid-cols-1">
        <div className="flex flex-col gap-1.5">
          <RampFields over={over} onChange={setOver} />
          <RampWeights ramps={preview.ramps} />
        </div>
        {(checked ?? (preview.waits.length > 0 || passing !== usualPassing)) ? (
          <PassingField needed={passing} onChange={setPassing} />
        ) : null}
      </div>
      {preview.waits.length > 0 ? (
        <p className="text-move">{t('passing.waits', { targets: preview.waits.slice(0, 5).join(', ') })}</p>
      ) : null}
      <GraveEffects preview={preview} />
    </ApplyForm>
  );
}
