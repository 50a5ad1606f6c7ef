import type { Scheduler, SchedulerFlag } from '../lvs/scheduler.ts';
import type { Advice, Choice, ChoiceReason, PersistenceAdvice } from './advice.ts';
import { cautionsOf, keepsClients } from './cautions-of.ts';
import type { Situation } from './situation.ts';

/**
 * The schedulers that suit a service, the best first, each with its reason and what to know before it is taken.
 *
 * The advice is LVS's own: rr, wrr and wlc for web, mail and databases; lblc and lblcr for caches; sh and dh on the two
 * sides of firewalls; sed and nq where few connections last long.
 */
export function advise(situation: Situation): Advice {
  const choices = candidates(situation).map(([scheduler, reason]): Choice => {
    const choice = { scheduler, reason, flags: flagsOf(scheduler, situation), onePacket: isDatagram(situation) };
    return { ...choice, cautions: cautionsOf(choice, situation) };
  });
  return { choices, persistence: persistenceFor(situation, choices[0]) };
}

type Candidate = readonly [Scheduler, ChoiceReason];

function candidates(situation: Situation): readonly Candidate[] {
  switch (situation.workload) {
    case 'web':
    case 'mail':
    case 'database':
    case 'dns':
      return forMany(situation);
    case 'long-lived':
      return situation.sticky || situation.sharedVip ? forMany(situation) : forFewAndLong(situation);
    case 'cache':
      return situation.key === 'fwmark' ? forCaches : [...forMany(situation), ...forCaches];
    case 'firewall-pair':
      return [
        ['sh', 'same-way-out'],
        ['dh', 'same-way-in'],
      ];
    case 'sip':
      return [[inTurn(situation), 'one-call-one-server']];
    case 'standby':
      return [
        ['fo', 'highest-weight-alone'],
        ['ovf', 'next-when-full'],
      ];
  }
}

const inTurn = ({ equalServers }: Situation): 'rr' | 'wrr' => (equalServers ? 'rr' : 'wrr');

/** Connections that are many and short enough for shares to mean something. */
function forMany(situation: Situation): readonly Candidate[] {
  const { equalServers, sticky, sharedVip } = situation;
  const turns: Candidate = [inTurn(situation), equalServers ? 'alike-in-turn' : 'by-weight-in-turn'];
  const hashed: Candidate = ['mh', sharedVip ? 'same-on-every-director' : 'client-keeps-its-server'];
  const first: readonly Candidate[] = sharedVip ? [hashed] : [];
  const counted: Candidate = ['wlc', 'counts-connections-by-weight'];
  // Persistence bypasses the scheduler, so counting connections would only fight it.
  if (sticky && sharedVip) return [hashed, turns];
  if (sticky)
    return [turns, hashed, ['sh', 'client-keeps-its-server'], ...(situation.connectionsDiffer ? [counted] : [])];
  if (isDatagram(situation)) return [...first, [turns[0], 'each-packet-alone']];
  if (!situation.connectionsDiffer && situation.workload !== 'long-lived') return [...first, turns, counted];
  const other: Candidate = equalServers ? ['lc', 'counts-connections'] : ['sed', 'shortest-delay'];
  return [...first, counted, other, ['twos', 'two-at-random']];
}

function forFewAndLong({ equalServers }: Situation): readonly Candidate[] {
  if (equalServers)
    return [
      ['lc', 'counts-connections'],
      ['wlc', 'counts-connections-by-weight'],
    ];
  return [
    ['sed', 'shortest-delay'],
    ['nq', 'idle-first'],
    ['wlc', 'counts-connections-by-weight'],
  ];
}

const forCaches: readonly Candidate[] = [
  ['lblcr', 'one-address-some-caches'],
  ['lblc', 'one-address-one-cache'],
  ['dh', 'one-address-one-cache'],
];

/** A question and its answer, which need no connection between them. */
const isDatagram = ({ workload, sticky }: Situation): boolean => workload === 'dns' && !sticky;

/** Without fallback, clients of a destination that is out get nothing; with port, a client's connections part ways. */
function flagsOf(scheduler: Scheduler, { sticky, workload }: Situation): readonly SchedulerFlag[] {
  if (scheduler === 'sh') return workload === 'firewall-pair' || sticky ? ['fallback'] : ['fallback', 'port'];
  if (scheduler !== 'mh') return [];
  return sticky ? ['fallback'] : ['fallback', 'port'];
}

function persistenceFor(situation: Situation, best: Choice | undefined): PersistenceAdvice {
  if (situation.workload === 'sip') return 'sip';
  if (!situation.sticky || !best) return 'none';
  return keepsClients(best) ? 'needless' : 'client';
}
