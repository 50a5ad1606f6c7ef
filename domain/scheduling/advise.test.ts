import { describe, expect, it } from 'vitest';
import { serviceDefinitionSchema } from '../definition/service-definition.ts';
import { schedulers, usesWeights } from '../lvs/scheduler.ts';
import { choiceReasons, cautions as everyCaution, persistenceAdvices } from './advice.ts';
import { advise } from './advise.ts';
import { type Situation, workloads } from './situation.ts';

const plain: Situation = {
  ...{ workload: 'web', key: 'address', equalServers: true, sticky: false },
  ...{ connectionsDiffer: false, fewSources: false, sharedVip: false },
};
const flags = ['equalServers', 'sticky', 'connectionsDiffer', 'fewSources', 'sharedVip'] as const;

/** Every situation there is. */
const situations: Situation[] = workloads.flatMap((workload) =>
  (['address', 'fwmark'] as const).flatMap((key) =>
    Array.from({ length: 2 ** flags.length }, (_, bits) => ({
      ...plain,
      ...Object.fromEntries(flags.map((flag, at) => [flag, ((bits >> at) & 1) === 1])),
      ...{ workload, key },
    })),
  ),
);

const named = (more: Partial<Situation>) => advise({ ...plain, ...more }).choices.map(({ scheduler }) => scheduler);
const cautions = (more: Partial<Situation>) =>
  Object.fromEntries(advise({ ...plain, ...more }).choices.map((choice) => [choice.scheduler, choice.cautions]));

describe('is LVS’s own', () => {
  it.each(['web', 'mail', 'database'] as const)('for %s', (workload) => {
    expect(named({ workload })[0]).toBe('rr');
    expect(named({ workload, equalServers: false })[0]).toBe('wrr');
    expect(named({ workload, connectionsDiffer: true })[0]).toBe('wlc');
  });

  it('for caches, whose directors see where a packet is going', () => {
    expect(named({ workload: 'cache', key: 'fwmark' })).toEqual(['lblcr', 'lblc', 'dh']);
  });

  it('for firewalls, that a connection must pass both ways', () => {
    expect(named({ workload: 'firewall-pair' })).toEqual(['sh', 'dh']);
  });

  it('for few connections that last long', () => {
    expect(named({ workload: 'long-lived', equalServers: false })).toEqual(['sed', 'nq', 'wlc']);
    expect(named({ workload: 'long-lived' })).toEqual(['lc', 'wlc']);
  });

  it('for DNS, packet by packet', () => {
    expect(advise({ ...plain, workload: 'dns' }).choices).toMatchObject([{ scheduler: 'rr', onePacket: true }]);
    expect(advise({ ...plain, workload: 'dns', sticky: true }).choices[0]).toMatchObject({ onePacket: false });
  });

  it('for one that serves while others wait', () => {
    expect(named({ workload: 'standby' })).toEqual(['fo', 'ovf']);
  });

  it('for directors that serve together, that choose alike without asking each other', () => {
    const { choices, persistence } = advise({ ...plain, sharedVip: true, sticky: true });
    expect(choices[0]).toMatchObject({ scheduler: 'mh', flags: ['fallback'], reason: 'same-on-every-director' });
    expect(persistence).toBe('needless');
    expect(advise({ ...plain, sharedVip: true }).choices[0]?.flags).toEqual(['fallback', 'port']);
  });
});

it('keeps clients by persistence, and not where it would fight the scheduler', () => {
  expect(advise({ ...plain, sticky: true })).toMatchObject({
    persistence: 'client',
    choices: [{ scheduler: 'rr' }, {}, {}],
  });
  expect(named({ sticky: true, connectionsDiffer: true })).toEqual(['rr', 'mh', 'sh', 'wlc']);
  expect(cautions({ sticky: true, connectionsDiffer: true })).toMatchObject({
    rr: [],
    wlc: ['persistence-against-least-connection', 'newcomer-gets-all'],
  });
  expect(advise({ ...plain, workload: 'sip' }).persistence).toBe('sip');
});

it('says what goes wrong', () => {
  expect(cautions({ sticky: true, fewSources: true })).toEqual({
    rr: ['few-sources-persistence'],
    mh: ['few-sources-hash'],
    sh: ['few-sources-hash', 'clients-move-with-servers'],
  });
  expect(cautions({ sharedVip: true, fewSources: true })).toMatchObject({ mh: [], rr: ['directors-count-apart'] });
  expect(cautions({ workload: 'cache' })).toMatchObject({ wlc: [], lblcr: ['vip-is-one-destination'] });
  expect(cautions({ workload: 'cache', key: 'fwmark', equalServers: false })).toMatchObject({
    lblcr: [],
    dh: ['weights-ignored', 'clients-move-with-servers'],
  });
  expect(cautions({ connectionsDiffer: true })).toMatchObject({ wlc: ['newcomer-gets-all'], twos: [] });
});

describe('in every situation', () => {
  it('is something that a definition takes', () => {
    for (const situation of situations)
      for (const { scheduler, flags: schedulerFlags, onePacket } of advise(situation).choices)
        expect(
          serviceDefinitionSchema.safeParse({
            ...{ name: 'a', scheduler, schedulerFlags, onePacket },
            key: { kind: 'address', protocol: 'UDP', address: '10.0.0.1', port: 53 },
          }).success,
        ).toBe(true);
  });

  it('names each scheduler once, and the best one heeds the weights of unequal servers', () => {
    for (const situation of situations) {
      const all = advise(situation).choices.map(({ scheduler }) => scheduler);
      expect(all.length).toBeGreaterThan(0);
      expect(new Set(all).size).toBe(all.length);
      if (!situation.equalServers) expect(usesWeights(all[0] ?? '')).toBe(true);
    }
  });

  it('never advises first what counts connections where persistence bypasses the scheduler', () => {
    for (const situation of situations)
      expect(advise(situation).choices[0]?.cautions).not.toContain('persistence-against-least-connection');
  });

  it('keeps clients where they must stay, but by sip where calls must', () => {
    for (const situation of situations) if (situation.sticky) expect(advise(situation).persistence).not.toBe('none');
  });

  it('has a use for each scheduler, each reason, each caution and each kind of persistence', () => {
    const all = situations.map(advise);
    const choices = all.flatMap((advice) => advice.choices);
    expect(new Set(choices.map(({ scheduler }) => scheduler))).toEqual(new Set(schedulers));
    expect(new Set(choices.map(({ reason }) => reason))).toEqual(new Set(choiceReasons));
    expect(new Set(choices.flatMap((choice) => choice.cautions))).toEqual(new Set(everyCaution));
    expect(new Set(all.map(({ persistence }) => persistence))).toEqual(new Set(persistenceAdvices));
  });
});
