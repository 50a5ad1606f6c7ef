import type { StepAction } from '../../domain/plan/plan.ts';
import type { ByteWriter } from '../netlink/byte-writer.ts';
import type { CommandName } from './attributes.ts';
import { writeDestination, writeDestinationKey } from './destination-message.ts';
import { writeService, writeServiceKey } from './service-message.ts';

/** The command of IPVS that does a step, and its attributes. */
export function stepMessage(step: StepAction): { command: CommandName; write: (writer: ByteWriter) => void } {
  switch (step.action) {
    case 'add-service':
    case 'change-service':
      return {
        command: step.action === 'add-service' ? 'NEW_SERVICE' : 'SET_SERVICE',
        write: (writer) => writeService(writer, step.service, step.config),
      };
    case 'remove-service':
      return { command: 'DEL_SERVICE', write: (writer) => writeServiceKey(writer, step.service) };
    case 'add-destination':
    case 'change-destination':
      return {
        command: step.action === 'add-destination' ? 'NEW_DEST' : 'SET_DEST',
        write(writer) {
          writeServiceKey(writer, step.service);
          writeDestination(writer, step.destination);
        },
      };
    case 'remove-destination':
      return {
        command: 'DEL_DEST',
        write(writer) {
          writeServiceKey(writer, step.service);
          writeDestinationKey(writer, step.destination);
        },
      };
  }
}
