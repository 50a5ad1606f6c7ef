'use client';

import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { Trail } from '../../ui/trail.tsx';
import { FormatBar } from './format-bar.tsx';
import { MakeDraftForm } from './make-draft-form.tsx';
import { SourceChoice } from './source-choice.tsx';
import { SourceTable } from './source-table.tsx';
import { useImport } from './use-import.ts';

interface ImportPageProps {
  readonly cluster: string;
  readonly directors: readonly DirectorHead[];
  readonly revision: number;
  readonly definition: Definition;
}

/** What runs today, read line by line and made a draft: nothing is changed anywhere before that is applied. */
export function ImportPage({ cluster, directors, revision, definition }: ImportPageProps) {
  const t = useTranslations('importFile');
  const shell = useTranslations('shell');
  const { state, shown, setShown, readBytes, readTable, readAs, another } = useImport(definition);
  return (
    <>
      <PageHead
        trail={
          <Trail
            label={shell('breadcrumbs')}
            steps={[
              { href: '/', name: shell('overview') },
              { href: `/clusters/${encodeURIComponent(cluster)}`, name: cluster },
            ]}
          />
        }
        title={t('title', { cluster })}
      />
      {state.at === 'reading' ? (
        <output className="block border-t px-4 py-3 text-ink-2">{t('reading', { name: state.name })}</output>
      ) : state.at === 'read' ? (
        <div className="border-t">
          <FormatBar
            name={state.name}
            answer={state.answer}
            chosen={state.chosen}
            onFormat={readAs}
            onAnother={another}
          />
          <SourceTable lines={state.answer.lines} notes={state.answer.notes} shown={shown} onShown={setShown} />
          <MakeDraftForm
            key={`${state.name} ${state.answer.format}`}
            cluster={cluster}
            revision={revision}
            current={definition}
            name={state.name}
            answer={state.answer}
          />
        </div>
      ) : (
        <div className="border-t">
          {state.at === 'failed' ? (
            <RefusalText>{t('readFailed', { name: state.name, why: state.why })}</RefusalText>
          ) : null}
          <SourceChoice directors={directors} onBytes={readBytes} onTable={readTable} />
        </div>
      )}
    </>
  );
}
