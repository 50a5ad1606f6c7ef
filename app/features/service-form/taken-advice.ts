import type { Choice, PersistenceAdvice } from '../../../domain/scheduling/advice.ts';
import { keepsClients } from '../../../domain/scheduling/cautions-of.ts';
import { longestNetmask, typedFamily } from './netmask.ts';
import type { ServiceValues } from './service-values.ts';
import { fitsOnePacket } from './what-fits.ts';

type Advised = Pick<
  ServiceValues,
  'scheduler' | 'fallback' | 'flagPort' | 'onePacket' | 'persistent' | 'engine' | 'netmask'
>;

/** The persistence that goes with one of the choices: the advice itself speaks of the best one alone. */
export function persistenceWith(choice: Choice, advised: PersistenceAdvice): PersistenceAdvice {
  if (advised !== 'client' && advised !== 'needless') return advised;
  return keepsClients(choice) ? 'needless' : 'client';
}

/**
 * The form's values once a suggestion is taken: scheduler, flags, and the persistence that goes with it.
 *
 * Timeout and netmask that were typed for a persistent service stay. Port 0 keeps its persistence: it needs it.
 */
export function takenAdvice(typed: ServiceValues, choice: Choice, persistence: PersistenceAdvice): Advised {
  const { scheduler, flags, onePacket } = choice;
  const fits = fitsOnePacket(typed);
  const persistent = persistence === 'client' || persistence === 'sip' || isPortZero(typed);
  return {
    scheduler,
    fallback: flags.includes('fallback'),
    flagPort: flags.includes('port'),
    onePacket: onePacket && fits,
    persistent,
    engine: persistence === 'sip' && fits ? 'sip' : '',
    netmask: persistent && !typed.persistent ? String(longestNetmask(typedFamily(typed))) : typed.netmask,
  };
}

export const isPortZero = ({ kind, port }: Pick<ServiceValues, 'kind' | 'port'>): boolean =>
  kind === 'address' && port.trim() === '0';

/** Whether what is typed is a suggestion already. */
export function isTaken(typed: ServiceValues, choice: Choice, persistence: PersistenceAdvice): boolean {
  const taken = takenAdvice(typed, choice, persistence);
  return (Object.keys(taken) as (keyof Advised)[]).every((field) => taken[field] === typed[field]);
}
