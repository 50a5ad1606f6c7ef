'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView } from '../../../domain/display/views.ts';
import type { ReleaseTemplate } from '../../../domain/release/release-settings.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { PageHead, SectionHead } from '../../ui/page-head.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { Trail } from '../../ui/trail.tsx';
import { DeploymentChoice } from './deployment-choice.tsx';
import { DrainChoice } from './drain-choice.tsx';
import { ForecastView } from './forecast-view.tsx';
import { type CheckedRelease, checkedRelease, firstValues, type ReleaseValues, valuesOf } from './release-values.ts';
import { ServicesChoice } from './services-choice.tsx';
import { StartRelease } from './start-release.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { VerifyChoice } from './verify-choice.tsx';
import { WavesChoice } from './waves-choice.tsx';

interface NewReleasePageProps {
  readonly view: ClusterView;
  readonly templates: readonly ReleaseTemplate[];
}

/** Seconds that a deployment is taken for in a dry run. */
const deployment = 300;

/** How a release is to go on, beside a dry run of it that follows what is typed; then its reason and its start. */
export function NewReleasePage({ view, templates }: NewReleasePageProps) {
  const t = useTranslations('releases');
  const shell = useTranslations('shell');
  const problemText = useProblemText();
  const refusalText = useRefusalText();
  const [values, setValues] = useState<ReleaseValues>(firstValues);
  const checked = checkedRelease(useDeferredValue(values));
  const settings = checked.ok ? checked.settings : null;
  const { data, error } = useQuery({
    queryKey: ['release-plan', view.name, settings],
    queryFn: () => consoleClient().releases.plan.query({ cluster: view.name, settings: settings ?? {}, deployment }),
    enabled: settings !== null,
    placeholderData: keepPreviousData,
  });
  const problems = settings && data && !data.ok ? byPath(data.problems) : problemsOf(checked);
  const problem = (path: string): string | null => {
    const message = problems[path];
    return message === undefined ? null : problemText({ message });
  };
  const form = { view, values, problem, onChange: (part: Partial<ReleaseValues>) => setValues({ ...values, ...part }) };
  const cluster = `/clusters/${encodeURIComponent(view.name)}`;
  return (
    <>
      <PageHead
        trail={
          <Trail
            label={shell('breadcrumbs')}
            steps={[
              { href: '/', name: shell('overview') },
              { href: cluster, name: view.name },
              { href: `${cluster}?tab=releases`, name: t('tab') },
            ]}
          />
        }
        title={t('title')}
        actions={
          <TemplateChoice
            cluster={view.name}
            templates={templates}
            settings={settings}
            onTake={(template) => setValues(valuesOf(template.settings))}
          />
        }
      />
      <div className="grid border-t lg:grid-cols-2">
        <div className="min-w-0 lg:border-r">
          <ServicesChoice {...form} />
          <WavesChoice {...form} />
          <DrainChoice {...form} />
          <DeploymentChoice {...form} />
          <VerifyChoice {...form} />
        </div>
        <section aria-label={t('forecast.title')} className="min-w-0">
          <SectionHead title={t('forecast.title')} />
          <div className="flex flex-col gap-4 px-4 py-3">
            <RefusalText>{refusalText(error)}</RefusalText>
            {data?.ok ? (
              <ForecastView forecast={data} deployment={deployment} />
            ) : data ? (
              <p className="text-bad">{t('forecast.none')}</p>
            ) : null}
            <StartRelease
              cluster={view.name}
              settings={settings}
              forecast={data?.ok ? data : null}
              wrong={Object.keys(problems).length > 0}
            />
          </div>
        </section>
      </div>
    </>
  );
}

const problemsOf = (checked: CheckedRelease): Readonly<Record<string, string>> => (checked.ok ? {} : checked.problems);

function byPath(
  problems: readonly { readonly path: readonly (string | number)[]; readonly message: string }[],
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of problems) {
    // A problem with one entry of a list stands at the list: that is the field.
    const fields = path.filter((part) => typeof part === 'string' && part !== 'settings');
    found[fields.join('.')] ??= message;
  }
  return found;
}
