'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import type { VirtualService } from '../../../domain/lvs/table.ts';
import { ipvsadmConfigText } from '../../../domain/plan/ipvsadm-line.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import type { ChangeRequest } from '../change/change-request.ts';
import { ChangeSteps } from '../change/change-steps.tsx';
import { OthersNote } from './others-note.tsx';
import { takeOverRequest } from './take-over-request.ts';
import { namesOf, type TakenNames, takenOrWrong } from './take-over-values.ts';

interface TakeOverFormProps {
  readonly director: DirectorHead;
  readonly others: number;
  readonly services: readonly VirtualService[];
  readonly definition: Definition;
  readonly revision: number;
  readonly onClose: () => void;
}

/** Asks for the names of the services that are taken over; the kernel knows none. */
export function TakeOverForm({ director, others, services, definition, revision, onClose }: TakeOverFormProps) {
  const t = useTranslations('drift.foreign');
  const change = useTranslations('change');
  const problem = useProblemText();
  const [names, setNames] = useState<TakenNames>(() => namesOf(services, definition));
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const [tried, setTried] = useState(false);
  const { taken, wrong } = takenOrWrong(services, names, definition);
  const preview = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (taken.length === services.length && services.length > 0)
      setRequest(takeOverRequest(director.cluster, revision, taken, definition));
  };
  return (
    <>
      <form onSubmit={preview} noValidate className={request ? 'hidden' : 'contents'}>
        <DialogBody className="flex flex-col gap-3">
          <p className="text-ink-2">{t('drawerText', { director: director.name })}</p>
          <OthersNote director={director.name} others={others} />
          {services.length === 0 ? <RefusalText>{t('gone')}</RefusalText> : null}
          {services.map((service) => {
            const key = serviceKeyText(service.key);
            const error = wrong.get(key);
            const ofName = error?.path[0] === 'name';
            return (
              <div key={key} className="flex flex-col gap-1">
                <Field label={t('name', { key })} error={tried && error && ofName ? problem(error) : null}>
                  {(control) => (
                    <Input
                      {...control}
                      value={names.get(key)?.name ?? ''}
                      readOnly={names.get(key)?.fixed}
                      onChange={(event) =>
                        setNames(new Map([...names, [key, { name: event.target.value, fixed: false }]]))
                      }
                      autoComplete="off"
                      spellCheck={false}
                      className="read-only:bg-sunken read-only:text-ink-3"
                    />
                  )}
                </Field>
                <p className="figures text-[12px] text-ink-2">
                  {ipvsadmConfigText(service.key, service)}{' '}
                  <span className="text-ink-3">{t('destinations', { count: service.destinations.length })}</span>
                </p>
                {error && !ofName ? <RefusalText>{t('leftOut', { about: problem(error) ?? '' })}</RefusalText> : null}
              </div>
            );
          })}
        </DialogBody>
        <DialogFoot>
          <Button type="submit" look="primary" offBecause={services.length === 0 ? t('gone') : null}>
            {change('preview')}
          </Button>
        </DialogFoot>
      </form>
      {request ? <ChangeSteps request={request} onClose={onClose} onEdit={() => setRequest(null)} /> : null}
    </>
  );
}
