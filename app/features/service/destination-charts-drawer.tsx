'use client';

import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import type { ServiceOnDirector } from '../../../domain/display/views.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChartsSection } from '../history/charts-section.tsx';

interface DestinationChartsDrawerProps {
  readonly cluster: string;
  readonly service: ServiceKeyText;
  readonly row: DestinationRow;
  readonly director: ServiceOnDirector['director'];
  readonly onClose: () => void;
}

/** The history of one destination on one director. */
export function DestinationChartsDrawer({ cluster, service, row, director, onClose }: DestinationChartsDrawerProps) {
  const t = useTranslations('history');
  return (
    <Dialog open drawer onClose={onClose} title={t('drawerTitle', { name: row.key, director: director.name })}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ChartsSection
          cluster={cluster}
          director={director.name}
          of={{ kind: 'destination', service, destination: row.key }}
          places={[]}
          promised={null}
          receivedAt={director.receivedAt}
          inDrawer
        />
      </div>
    </Dialog>
  );
}
