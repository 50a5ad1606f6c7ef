'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import { definitionDifference } from '../../../domain/definition/difference.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { LongList } from '../../ui/long-list.tsx';
import { type DifferenceLine, differenceLines } from './difference-lines.ts';
import { DifferenceRowView } from './difference-row-view.tsx';

interface DifferenceListProps {
  readonly before: Definition;
  readonly after: Definition;
  readonly label: string;
  /** What stands there when nothing differs. */
  readonly same: string;
}

/** What one definition says otherwise than another: service by service, field by field. */
export function DifferenceList({ before, after, label, same }: DifferenceListProps) {
  const lines = useMemo(() => {
    const names = new Map([...before.services, ...after.services].map(({ key, name }) => [serviceKeyText(key), name]));
    return differenceLines(definitionDifference(before, after), (key) => names.get(key));
  }, [before, after]);
  if (lines.length === 0) return <p className="px-4 py-3 text-ink-2">{same}</p>;
  return (
    <LongList
      label={label}
      items={lines}
      keyOf={keyOf}
      estimate={27}
      className="border-b pb-1"
      render={(line) => <Line line={line} />}
    />
  );
}

const keyOf = (line: DifferenceLine): string => line.id;

function Line({ line }: { readonly line: DifferenceLine }) {
  const t = useTranslations('revisions');
  switch (line.at) {
    case 'head':
      return (
        <h3 className="border-t px-4 pt-1.5 pb-0.5 font-medium">
          {line.group === 'settings' ? t('settingsHead') : t('realServers')}
        </h3>
      );
    case 'service':
      return (
        <p className="flex flex-wrap items-baseline gap-x-2 border-t py-1 pr-4 pl-[42px] max-sm:pl-4">
          <span className="figures">{line.service}</span>
          {line.name === line.service ? null : <span className="text-ink-2">{line.name}</span>}
        </p>
      );
    case 'row':
      return <DifferenceRowView row={line.row} inside={line.inside} />;
  }
}
