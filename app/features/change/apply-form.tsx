'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Preview } from '../../../domain/display/preview.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { errorCode } from '../../lib/error-code.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input } from '../../ui/controls.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useFocusAtStart } from '../../ui/use-focus-at-start.ts';
import { ReasonField } from '../reason/reason-field.tsx';
import type { ChangeRequest, Held, Outcome, ReasonDraft } from './change-request.ts';
import { FirstDirector } from './first-director.tsx';

interface ApplyFormProps {
  readonly request: Pick<ChangeRequest, 'apply' | 'takesFirst'>;
  readonly preview: Extract<Preview, { ok: true }>;
  readonly back: ReactNode;
  readonly draft: ReasonDraft;
  /** The director that goes first; null for all at once. */
  readonly first: Held<string | null>;
  /** Why it can't be applied as it is, beside what is missing here. */
  readonly offBecause?: string | null;
  /** It goes below the capacity guard, as was said. */
  readonly overGuard?: boolean;
  /** It does harm even where no name is asked for. */
  readonly danger?: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
  /** The console asks for a name now, or refuses by its guard, where it didn't when the preview was made. */
  readonly onStale: () => void;
  /** The preview itself. */
  readonly children: ReactNode;
  /** Under the reason: what is long, where the reason should stay near what is chosen. */
  readonly below?: ReactNode;
}

/** Under a preview: the reason, the name when it can't be undone, what to take over, and Apply. */
export function ApplyForm(props: ApplyFormProps) {
  const { request, preview, back, draft, first, offBecause, overGuard = false, danger } = props;
  const { onOutcome, onStale, children, below } = props;
  const t = useTranslations('change');
  const errors = useTranslations('errors');
  const [reason, setReason] = draft;
  const [typed, setTyped] = useState('');
  const [takeOver, setTakeOver] = useState<ServiceKeyText[]>([]);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  // Only once: a preview may come to ask for the name while somebody chooses above.
  const [beginsWithName] = useState(preview.confirm !== null);
  const nameField = useFocusAtStart<HTMLInputElement>(beginsWithName);
  const reasonField = useFocusAtStart<HTMLTextAreaElement>(!beginsWithName);
  const off =
    reason.trim() === ''
      ? t('reasonMissing')
      : preview.confirm && typed.trim() !== preview.confirm
        ? t('confirmMissing')
        : (offBecause ?? null);

  const apply = async (event: FormEvent) => {
    event.preventDefault();
    if (off || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const confirm = preview.confirm && typed.trim();
      // The director may have been removed from the cluster since it was chosen.
      const goesFirst = preview.directors.some(({ director }) => director === first[0]) ? first[0] : null;
      onOutcome(await request.apply({ reason: reason.trim(), confirm, takeOver, first: goesFirst, overGuard }));
    } catch (error) {
      const code = errorCode(error);
      if (code === 'CONFIRM_REQUIRED' || code === 'GUARD') onStale();
      else setRefusal(errors(code));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void apply(event)} className="contents">
      <DialogBody className="flex flex-col gap-4">
        {children}
        {preview.foreign.length > 0 ? (
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 font-medium text-warn">{t('foreign')}</legend>
            {preview.foreign.map((key) => (
              <Checkbox
                key={key}
                label={t('takeOver', { service: key })}
                checked={takeOver.includes(key)}
                onChange={(event) =>
                  setTakeOver(event.target.checked ? [...takeOver, key] : takeOver.filter((other) => other !== key))
                }
              />
            ))}
            <p className="text-[12px] text-ink-3">{t('foreignNote')}</p>
          </fieldset>
        ) : null}
        {request.takesFirst ? <FirstDirector directors={preview.directors} held={first} /> : null}
        {preview.confirm ? (
          <Field label={t('confirm', { name: preview.confirm })} note={t('confirmWhy')}>
            {(control) => (
              <Input
                {...control}
                ref={nameField}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                autoComplete="off"
                spellCheck={false}
                className="figures"
              />
            )}
          </Field>
        ) : null}
        <ReasonField value={reason} onType={setReason} error={refusal} field={reasonField} />
        {below}
      </DialogBody>
      <DialogFoot>
        {back}
        <Button type="submit" look={preview.confirm || danger ? 'danger' : 'primary'} busy={busy} offBecause={off}>
          {t('apply')}
        </Button>
      </DialogFoot>
    </form>
  );
}
