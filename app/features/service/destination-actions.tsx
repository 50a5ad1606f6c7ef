'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { isDrain } from '../../../domain/overlay/overlay.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import type { DrainAction } from '../drain/drain-request.ts';
import { whyNot } from './drainable-rows.ts';
import type { ServiceDrawerKind } from './use-service-drawer.ts';

interface DestinationActionsProps {
  readonly row: DestinationRow;
  /** Why the viewer may do nothing here; null when they may. */
  readonly lacks: string | null;
  readonly onDrain: (action: DrainAction) => void;
  readonly onOpen: (kind: ServiceDrawerKind, of: string) => void;
}

/** Drain or return, whichever fits, and the rest in a menu. */
export function DestinationActions({ row, lacks, onDrain, onOpen }: DestinationActionsProps) {
  const t = useTranslations('service');
  const history = useTranslations('history');
  const action: DrainAction = row.outBy.some(isDrain) ? 'return' : 'drain';
  const why = whyNot(row, action);
  const off = lacks ?? (why ? t(why) : null);
  const undefinedHere = lacks ?? (row.writtenWeight === null ? t('notDefined') : null);
  return (
    <span className="inline-flex items-center justify-end gap-1">
      <Button
        look="bare"
        className={off ? '!h-6 px-1.5' : '!h-6 px-1.5 !text-accent'}
        offBecause={off}
        aria-label={`${t(action)} ${row.key}`}
        onClick={() => onDrain(action)}
      >
        {t(action)}
      </Button>
      <Menu
        trigger={
          <Button
            look="bare"
            className="!h-6 px-1"
            aria-label={t('destinationActions', { name: row.key })}
            icon={<Ellipsis aria-hidden className="size-4" />}
          />
        }
      >
        <MenuItem onSelect={() => onOpen('destination', row.key)}>{history('openMenu')}</MenuItem>
        <MenuItem offBecause={undefinedHere} onSelect={() => onOpen('edit-destination', row.key)}>
          {t('editDestination')}
        </MenuItem>
        <MenuItem danger offBecause={undefinedHere} onSelect={() => onOpen('remove-destination', row.key)}>
          {t('removeDestination')}
        </MenuItem>
      </Menu>
    </span>
  );
}
