'use client';

import { Cable, FlaskConical, MapPin, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { FreshnessContext } from '../../ui/clock.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segments } from '../../ui/segments.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { Trail } from '../../ui/trail.tsx';
import { CheckLine } from '../checks/check-line.tsx';
import { Age } from '../numbers/age.tsx';
import { DirectorStateWord } from '../numbers/director-state-word.tsx';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';
import { VerdictWord } from '../numbers/verdict-word.tsx';
import { useServiceDrawer } from './use-service-drawer.ts';

interface ServiceHeadProps {
  readonly view: ServiceView;
  readonly shown: ServiceOnDirector | undefined;
  readonly onDirector: (name: string) => void;
}

/** Name, key and configuration, the verdict with its age, and whose numbers these are. */
export function ServiceHead({ view, shown, onDirector }: ServiceHeadProps) {
  const t = useTranslations('service');
  const shell = useTranslations('shell');
  const whatIf = useTranslations('whatIf');
  const connections = useTranslations('connections');
  const router = useRouter();
  const lacks = useLacks('operator');
  const { open } = useServiceDrawer();
  const old = useContext(FreshnessContext) === 'unknown';
  const off = lacks ?? (view.definition ? null : t('onlyKernel'));
  return (
    <PageHead
      trail={
        <Trail
          label={shell('breadcrumbs')}
          steps={[
            { href: '/', name: shell('overview') },
            { href: `/clusters/${encodeURIComponent(view.cluster)}`, name: view.cluster },
          ]}
        />
      }
      title={view.definition?.name ?? view.key}
      facts={
        <>
          <span className="figures break-all text-[13px] text-ink-2">
            {view.key} {view.config}
          </span>
          <CheckLine check={view.definition?.check} />
          {shown ? (
            <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
              <VerdictWord verdict={shown.verdict} />
              <Age receivedAt={shown.director.receivedAt} director={shown.director.name} inText />
              <DirectorStateWord head={shown.director} />
              {shown.vipActive === null || old ? null : (
                <StateWord
                  tone={shown.vipActive ? 'ok' : 'idle'}
                  icon={MapPin}
                  title={shown.vipActive ? t('vipActive') : t('vipPassive')}
                >
                  {shown.vipActive ? t('vipShort') : t('vipElsewhere')}
                </StateWord>
              )}
            </span>
          ) : null}
        </>
      }
      actions={
        <>
          {shown ? (
            <Segments
              label={t('onDirector')}
              value={shown.director.name}
              choices={view.directors.map(({ director }) => ({
                value: director.name,
                label: (
                  <>
                    {director.name}
                    {director.simulated ? <SimulatedMark /> : null}
                  </>
                ),
              }))}
              onChoose={onDirector}
            />
          ) : null}
          {shown ? (
            <Button
              icon={<Cable aria-hidden className="size-3.5" />}
              title={connections('seeTitle', { director: shown.director.name })}
              onClick={() => {
                const query = new URLSearchParams({ tab: 'connections', service: view.key });
                router.push(`/directors/${encodeURIComponent(shown.director.name)}?${query.toString()}`);
              }}
            >
              {connections('see')}
            </Button>
          ) : null}
          <Button
            icon={<FlaskConical aria-hidden className="size-3.5" />}
            offBecause={view.definition ? null : t('onlyKernel')}
            onClick={() => open('what-if')}
          >
            {whatIf('opener')}
          </Button>
          <Button icon={<Pencil aria-hidden className="size-3.5" />} offBecause={off} onClick={() => open('edit')}>
            {t('edit')}
          </Button>
          <Button icon={<Trash2 aria-hidden className="size-3.5" />} offBecause={off} onClick={() => open('remove')}>
            {t('remove')}
          </Button>
        </>
      }
    />
  );
}
