'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DrainTarget } from '../../../domain/overlay/overlay.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ApplyForm } from '../change/apply-form.tsx';
import type { Outcome, ReasonDraft } from '../change/change-request.ts';
import { DeadlineFields } from './deadline-fields.tsx';
import { DrainPlan, GraveEffects } from './drain-effects.tsx';
import { drainFigures } from './drain-figures.ts';
import { drainRequest } from './drain-request.ts';
import { type DrainSettings, deadlineIn, gentleDrain } from './drain-settings.ts';
import { FiguresByDirector } from './figures-by-director.tsx';
import { GuardNotice } from './guard-notice.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { PreviewPending } from './preview-pending.tsx';
import { PreviewProblems } from './preview-problems.tsx';
import { useDrainPreview } from './use-drain-preview.ts';

interface DrainFormProps {
  readonly cluster: string;
  readonly targets: readonly DrainTarget[];
  readonly name: string;
  readonly draft: ReasonDraft;
  readonly onOutcome: (outcome: Outcome, simulated: ReadonlySet<string>) => void;
}

/** How to drain: what each way means for the clients of now, by when, what is done, and why. */
export function DrainForm({ cluster, targets, name, draft, onOutcome }: DrainFormProps) {
  const t = useTranslations('drain');
  const refusal = useRefusalText();
  const [settings, setSettings] = useState<DrainSettings>(gentleDrain);
  const first = useState<string | null>(null);
  const { mode, ignoresPersistence, overGuard } = settings;
  const { preview, current, problems, error, look } = useDrainPreview({
    ...{ cluster, targets: [...targets], action: 'drain', mode, ignoresPersistence, ramp: null },
  });
  if (!preview) return <PreviewPending problems={problems} refusal={refusal(error)} onAgain={look} />;

  const change = (part: Partial<DrainSettings>) => setSettings((before) => ({ ...before, ...part }));
  const figures = drainFigures(preview.facts);
  const simulated = new Set(preview.directors.flatMap((one) => (one.simulated ? [one.director] : [])));
  const off =
    deadlineIn(settings) === undefined
      ? t('deadlineWrong')
      : preview.guard.length > 0 && !overGuard
        ? t('guard.title')
        : problems.length > 0
          ? t('cantNow')
          : current
            ? null
            : t('says.looking');
  const about = { cluster, name, undoReason: (reason: string) => t('undo.reason', { reason }).slice(0, 500) };
  return (
    <ApplyForm
      request={drainRequest(about, targets, settings)}
      preview={preview}
      back={null}
      draft={draft}
      first={first}
      offBecause={off}
      danger={mode === 'cut' || overGuard}
      onOutcome={(outcome) => onOutcome(outcome, simulated)}
      onStale={look}
      below={<DrainPlan preview={preview} />}
    >
      <ModeChoice
        mode={mode}
        figures={figures}
        states={preview.states}
        onChoose={(chosen) => change({ mode: chosen, overGuard: false })}
      />
      <PreviewProblems problems={problems} />
      <FiguresByDirector figures={figures} />
      {mode === 'cut' ? null : (
        <>
          <DeadlineFields settings={settings} onChange={change} />
          {figures.persistence === null ? null : (
            <Checkbox
              label={t('ignoresPersistence')}
              checked={ignoresPersistence}
              onChange={(event) => change({ ignoresPersistence: event.target.checked })}
            />
          )}
        </>
      )}
      <GuardNotice breaches={preview.guard} over={overGuard} onOver={(over) => change({ overGuard: over })} />
      <GraveEffects preview={preview} />
    </ApplyForm>
  );
}
