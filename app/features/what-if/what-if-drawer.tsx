'use client';

import { History } from 'lucide-react';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import type { DestinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { outcomeOf } from '../../../domain/scheduling/what-if.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { ChangeRequest } from '../change/change-request.ts';
import { ChangeSteps } from '../change/change-steps.tsx';
import { definitionChange } from '../change/definition-change.ts';
import { alternativesOf } from './alternatives.ts';
import { AlternativesTable } from './alternatives-table.tsx';
import { Evenness } from './evenness.tsx';
import { outcomeRows } from './outcome-rows.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { readWeight } from './read-weight.ts';
import { replayedAs } from './replayed-as.ts';
import { TrafficExtent } from './traffic-extent.tsx';
import { useRecentTraffic } from './use-recent-traffic.ts';
import { WeightFields } from './weight-fields.tsx';

interface WhatIfDrawerProps {
  readonly cluster: string;
  /** The newest revision when the drawer opened. */
  readonly revision: number;
  readonly service: ServiceDefinition;
  /** Whose connections are replayed. */
  readonly director: { readonly name: string; readonly simulated: boolean };
  readonly mayChange: string | null;
  readonly onClose: () => void;
}

/** A virtual service's recent traffic through every scheduler, other weights, without persistence: then the preview. */
export function WhatIfDrawer(props: WhatIfDrawerProps) {
  const { cluster, revision, service, director, mayChange, onClose } = props;
  const t = useTranslations('whatIf');
  const { traffic, busy, refusal, ask } = useRecentTraffic(cluster, serviceKeyText(service.key));
  const [persistence, setPersistence] = useState<'kept' | 'removed'>('kept');
  const [typed, setTyped] = useState<ReadonlyMap<DestinationKeyText, string>>(new Map());
  const [chosen, setChosen] = useState<string | null>(null);
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const askFirst = useEffectEvent(() => {
    if (!director.simulated) void ask(director.name);
  });
  useEffect(() => askFirst(), []);

  const tryWith = useDeferredValue(typed);
  const tried = useMemo(() => {
    if (!traffic) return [];
    const weights = new Map(
      [...tryWith].flatMap(([key, text]) => {
        const weight = readWeight(text);
        return weight === null ? [] : [[key, weight] as const];
      }),
    );
    return alternativesOf(service, persistence === 'kept', weights).flatMap((one) => {
      const outcome = outcomeOf(replayedAs(one.service, traffic.rows), traffic.recent);
      return outcome ? [{ ...one, outcome }] : [];
    });
  }, [traffic, service, persistence, tryWith]);
  const asItIs = tried[0];
  const after = tried.find(({ id }) => id === chosen) ?? asItIs;
  const names = new Map((traffic?.rows ?? []).map((row) => [row.key, row.realServer]));

  return (
    <Dialog open drawer onClose={onClose} title={t('drawer', { service: service.name })}>
      {request ? (
        <ChangeSteps request={request} onClose={onClose} onEdit={() => setRequest(null)} />
      ) : (
        <>
          <DialogBody className="flex flex-col gap-4">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button
                busy={busy}
                offBecause={director.simulated ? t('simulated') : null}
                icon={<History aria-hidden className="size-3.5" />}
                onClick={() => void ask(director.name)}
              >
                {busy ? t('replaying') : t('again')}
              </Button>
              {traffic ? <TrafficExtent traffic={traffic} /> : <p className="text-[12px] text-ink-3">{t('about')}</p>}
            </div>
            {refusal ? (
              <p role="alert" className="text-bad">
                {refusal}
              </p>
            ) : null}
            {traffic && traffic.recent.arrivals.length === 0 ? (
              <p className="text-ink-2">{t('nothingCame', { director: director.name })}</p>
            ) : null}
            {asItIs && after && traffic && traffic.recent.arrivals.length > 0 ? (
              <>
                {service.persistence ? (
                  <div className="flex items-center gap-2">
                    <span className="label-text">{t('persistence')}</span>
                    <Segments
                      label={t('persistence')}
                      value={persistence}
                      onChoose={setPersistence}
                      choices={[
                        { value: 'kept', label: t('kept') },
                        { value: 'removed', label: t('removed') },
                      ]}
                    />
                  </div>
                ) : null}
                <WeightFields
                  service={service}
                  nameOf={(key) => names.get(key) ?? key}
                  typed={typed}
                  onType={(key, text) => setTyped(new Map(typed).set(key, text))}
                />
                <div data-wide className="grid shrink-0 gap-x-6 gap-y-4 md:grid-cols-2">
                  <AlternativesTable tried={tried} chosen={after.id} onChoose={setChosen} />
                  <div className="flex min-w-0 flex-col gap-2">
                    <OutcomeTable
                      rows={outcomeRows(service, after.service, traffic.rows)}
                      before={asItIs.outcome}
                      after={after.outcome}
                    />
                    <Evenness before={asItIs.outcome} after={after.outcome} />
                  </div>
                </div>
              </>
            ) : null}
          </DialogBody>
          <DialogFoot>
            <Button
              look="primary"
              offBecause={mayChange ?? (after && after !== asItIs ? null : t('nothingChanged'))}
              onClick={() => {
                if (!after) return;
                const key = serviceKeyText(service.key);
                const edited = after.service;
                setRequest(
                  definitionChange({
                    ...{ cluster, base: revision },
                    change: () => ({ kind: 'edit-service', key, service: edited }),
                  }),
                );
              }}
            >
              {t('preview')}
            </Button>
          </DialogFoot>
        </>
      )}
    </Dialog>
  );
}
