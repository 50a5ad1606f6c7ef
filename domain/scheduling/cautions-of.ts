import { type Scheduler, usesWeights } from '../lvs/scheduler.ts';
import type { Caution, Choice } from './advice.ts';
import type { Situation } from './situation.ts';

const byConnections: readonly Scheduler[] = ['lc', 'wlc', 'sed', 'nq', 'twos'];
const bySource: readonly Scheduler[] = ['sh', 'mh'];
const byDestination: readonly Scheduler[] = ['dh', 'lblc', 'lblcr'];
const byOwnCount: readonly Scheduler[] = ['rr', 'wrr', 'lc', 'wlc', 'sed', 'nq'];
/** Those that give a newcomer, which has no connections yet, all new ones until it has caught up. */
const favouringIdle: readonly Scheduler[] = ['lc', 'wlc', 'nq'];

/** Whether a scheduler by itself leads a client to the same real server again. */
export const keepsClients = ({ scheduler, flags }: Pick<Choice, 'scheduler' | 'flags'>): boolean =>
  bySource.includes(scheduler) && !flags.includes('port');

/** What goes wrong with a scheduler in a situation; where clients must stay and it can't keep them, persistence does. */
export function cautionsOf(choice: Pick<Choice, 'scheduler' | 'flags'>, situation: Situation): Caution[] {
  const { scheduler } = choice;
  const persistent = situation.sticky && !keepsClients(choice);
  const found: Record<Caution, boolean> = {
    'persistence-against-least-connection': persistent && byConnections.includes(scheduler),
    'few-sources-hash': situation.fewSources && keepsClients(choice),
    'few-sources-persistence': situation.fewSources && persistent,
    'vip-is-one-destination': situation.key === 'address' && byDestination.includes(scheduler),
    'newcomer-gets-all':
      favouringIdle.includes(scheduler) && (situation.workload === 'long-lived' || situation.connectionsDiffer),
    'weights-ignored': !situation.equalServers && !usesWeights(scheduler),
    'clients-move-with-servers': scheduler === 'sh' || scheduler === 'dh',
    'directors-count-apart': situation.sharedVip && byOwnCount.includes(scheduler),
  };
  return (Object.keys(found) as Caution[]).filter((caution) => found[caution]);
}
