import type { TableAction } from '../../domain/plan/plan.ts';
import type { ByteWriter } from '../netlink/byte-writer.ts';
import type { CommandName } from './attributes.ts';
import { writeDestination, writeDestinationKey } from './destination-message.ts';
import { writeService, writeServiceKey } from './service-message.ts';

const commands: Record<TableAction['action'], CommandName> = {
  'add-service': 'NEW_SERVICE',
  'change-service': 'SET_SERVICE',
  'remove-service': 'DEL_SERVICE',
  'add-destination': 'NEW_DEST',
  'change-destination': 'SET_DEST',
  'remove-destination': 'DEL_DEST',
};

/** The command of IPVS that does a step. */
export const stepCommand = ({ action }: TableAction): CommandName => commands[action];

/** Writes the attributes of that command. */
export function writeStep(writer: ByteWriter, step: TableAction): void {
  switch (step.action) {
    case 'add-service':
    case 'change-service':
      writeService(writer, step.service, step.config);
      return;
    case 'remove-service':
      writeServiceKey(writer, step.service);
      return;
    case 'add-destination':
    case 'change-destination':
      writeServiceKey(writer, step.service);
      writeDestination(writer, step.destination);
      return;
    case 'remove-destination':
      writeServiceKey(writer, step.service);
      writeDestinationKey(writer, step.destination);
  }
}
