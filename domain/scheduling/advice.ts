import type { Scheduler, SchedulerFlag } from '../lvs/scheduler.ts';

/** What suits a service: schedulers with the best first, and what goes with them. */
export interface Advice {
  readonly choices: readonly Choice[];
  readonly persistence: PersistenceAdvice;
}

export interface Choice {
  readonly scheduler: Scheduler;
  readonly flags: readonly SchedulerFlag[];
  readonly onePacket: boolean;
  readonly reason: ChoiceReason;
  /** What to know before it is taken. */
  readonly cautions: readonly Caution[];
}

/** Why a scheduler suits, as a code of the message catalogues. */
export const choiceReasons = [
  'alike-in-turn',
  'by-weight-in-turn',
  'counts-connections',
  'counts-connections-by-weight',
  'shortest-delay',
  'idle-first',
  'two-at-random',
  'one-address-one-cache',
  'one-address-some-caches',
  'same-way-out',
  'same-way-in',
  'same-on-every-director',
  'client-keeps-its-server',
  'each-packet-alone',
  'one-call-one-server',
  'highest-weight-alone',
  'next-when-full',
] as const;
export type ChoiceReason = (typeof choiceReasons)[number];

/** `client`: by the client's address. `sip`: by the Call-ID. `needless`: the scheduler itself keeps a client. */
export const persistenceAdvices = ['none', 'client', 'sip', 'needless'] as const;
export type PersistenceAdvice = (typeof persistenceAdvices)[number];

/** What goes wrong with a scheduler in a situation, as a code of the message catalogues. */
export const cautions = [
  'persistence-against-least-connection',
  'few-sources-hash',
  'few-sources-persistence',
  'vip-is-one-destination',
  'newcomer-gets-all',
  'weights-ignored',
  'clients-move-with-servers',
  'directors-count-apart',
] as const;
export type Caution = (typeof cautions)[number];
