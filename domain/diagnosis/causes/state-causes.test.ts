import { describe, expect, it } from 'vitest';
import { web1, web2 } from '../../display/cluster-record.example.ts';
import { destinationsAs, diagnosed, tutorialAs } from '../diagnosed.example.ts';

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);
const fair = (second: number) => ({ conns: second * 20 });

describe('an upper threshold', () => {
  const definition = tutorialAs({ destinations: destinationsAs({ upperThreshold: 50, lowerThreshold: 0 }) });

  it('is named while a destination is at it, and until it is below three quarters of it', () => {
    const full = (activeConn: number) => (second: number, to: string) =>
      to === web1 ? { conns: 50, activeConn } : { conns: second * 20 };
    for (const activeConn of [50, 40])
      expect(diagnosed(definition, { seconds: 20, numbers: full(activeConn) }).findings).toMatchObject([
        {
          ...{ code: 'upper-threshold', destination: web1, figures: { activeConn, upper: 50 } },
          remedies: [
            { kind: 'thresholds', upper: 100, lower: 90 },
            { kind: 'thresholds', upper: 0 },
          ],
        },
      ]);
    expect(codes(diagnosed(definition, { seconds: 20, numbers: full(30) }).findings)).toEqual(['skew']);
  });

  it('is named in the moment between, too, and until a minute after it was full last', () => {
    // Full for 30 s, and then some connections ended and new ones came.
    const numbers = (second: number, to: string) =>
      to === web1
        ? { conns: 50 + Math.max(0, second - 30), activeConn: second < 30 ? 50 : 36 }
        : { conns: second * 20 };
    expect(codes(diagnosed(definition, { seconds: 34, numbers }).findings)).toEqual(['upper-threshold']);
    expect(codes(diagnosed(definition, { seconds: 100, numbers }).findings)).toEqual(['skew']);
  });

  it('that is raised begins a new judgement', () => {
    const raised = tutorialAs({ destinations: destinationsAs({ upperThreshold: 500, lowerThreshold: 0 }) });
    const numbers = (second: number, to: string) =>
      to === web1 ? { conns: 50 + 20 * Math.max(0, second - 30), activeConn: 50 } : { conns: second * 20 };
    const changes = [{ at: 30, definition: raised }];
    expect(diagnosed(definition, { seconds: 60, numbers, changes }).findings).toEqual([]);
  });

  it('is no finding below it', () => {
    const below = (second: number) => ({ conns: second * 20, activeConn: 45 });
    expect(diagnosed(definition, { seconds: 20, numbers: below }).firstSaid.size).toBe(0);
  });
});

describe('weight 0', () => {
  const persistence = { timeout: 60, netmask: 32 };
  const quiesced = (service = {}) => tutorialAs(service, [0, 1]);

  it('with templates that bring new connections', () => {
    const numbers = (second: number) => ({ conns: second * 5, persistConn: 2 });
    const { findings } = diagnosed(quiesced({ persistence }), { seconds: 30, numbers });
    expect(findings).toMatchObject([
      {
        ...{ code: 'quiesced-by-templates', destination: web1, figures: { templates: 2, timeout: 60 } },
        remedies: [{ kind: 'sysctls', values: { expire_quiescent_template: 1 } }],
      },
    ]);
    const expiring = { seconds: 30, numbers, facts: () => ({ sysctls: { expire_quiescent_template: 1 } }) };
    expect(diagnosed(quiesced({ persistence }), expiring).findings).toEqual([]);
  });

  it('with ports that are used again', () => {
    const numbers = (second: number, to: string) =>
      to === web1 ? { conns: 9, activeConn: second < 30 ? 1 : 6 } : { conns: second * 5 };
    const addresses = ['10.0.0.100'] as never;
    const vip = () => ({ addresses });
    expect(diagnosed(quiesced(), { seconds: 40, numbers, facts: vip }).findings).toMatchObject([
      { code: 'quiesced-by-reused-ports', destination: web1, figures: { activeConn: 6, lower: 1 } },
    ]);
    const facts = () => ({ addresses, sysctls: { conn_reuse_mode: 1, expire_nodest_conn: 1 } });
    expect(diagnosed(quiesced(), { seconds: 40, numbers, facts }).findings).toEqual([]);
    // A backup's numbers follow its master's.
    expect(diagnosed(quiesced(), { seconds: 40, numbers }).findings).toEqual([]);
  });

  it('with ports that are used again at an even pace, as ActiveConn rises and falls by a few', () => {
    const numbers = (second: number, to: string) =>
      to === web1 ? { conns: 9, activeConn: second % 5 === 0 ? 7 : 6 } : { conns: second * 5 };
    const facts = () => ({ addresses: ['10.0.0.100'] as never });
    const { findings, firstSaid } = diagnosed(quiesced(), { seconds: 40, numbers, facts });
    expect(findings).toMatchObject([{ code: 'quiesced-by-reused-ports', destination: web1 }]);
    expect(firstSaid.get('quiesced-by-reused-ports')).toBeLessThanOrEqual(30);
  });

  it('is nothing while connections only end', () => {
    const numbers = (second: number, to: string) =>
      to === web1 ? { conns: 9, activeConn: Math.max(0, 30 - second) } : { conns: second * 5 };
    expect(diagnosed(quiesced(), { seconds: 40, numbers }).firstSaid.size).toBe(0);
  });
});

describe('a broken way back', () => {
  it('is a fact with masquerading: nothing comes out', () => {
    const definition = tutorialAs({ destinations: destinationsAs({ forwarding: 'masquerading' }, false) });
    const numbers = (second: number, to: string) => ({
      conns: second * 5,
      inPackets: second * 15,
      outPackets: to === web1 ? 0 : second * 12,
    });
    expect(diagnosed(definition, { seconds: 20, numbers }).findings).toMatchObject([
      { code: 'return-path-masquerading', severity: 'critical', destination: web1, figures: { answered: 0 } },
    ]);
  });

  it('is a sign with direct routing: SYNs alone, and only next to requests', () => {
    const syns = { inPackets: 3, inBytes: 180 };
    const numbers = (second: number, to: string) => {
      const conns = second * 5;
      return to === web1
        ? { conns, activeConn: Math.min(conns, 300), inPackets: conns * 3, inBytes: conns * syns.inBytes }
        : { conns, inPackets: conns * 5, inBytes: conns * 400 };
    };
    expect(diagnosed(tutorialAs({}), { seconds: 40, numbers }).findings).toMatchObject([
      { code: 'return-path-direct', destination: web1, figures: { bytesAPacket: 60 } },
    ]);
    const probesEverywhere = (second: number) => ({ conns: second * 5, inPackets: second * 15, inBytes: second * 840 });
    expect(diagnosed(tutorialAs({}), { seconds: 40, numbers: probesEverywhere }).firstSaid.size).toBe(0);
  });
});

describe('packets that stop', () => {
  const held = (second: number) => ({ conns: Math.min(second, 60) * 5, activeConn: 20 });
  const facts = () => ({ addresses: ['10.0.0.100' as never] });

  it('in the middle of connections are told, with all that can be behind it', () => {
    const { findings, firstSaid } = diagnosed(tutorialAs({}), { seconds: 80, numbers: held, facts });
    expect(findings).toMatchObject([{ code: 'traffic-vanished', figures: { activeConn: 40 } }]);
    expect(firstSaid.get('traffic-vanished')).toBeLessThanOrEqual(76);
  });

  it('are nothing when they come in bursts', () => {
    // 90 connections at once, which ask for something every 30 s.
    const bursts = (second: number) => ({ conns: 90, activeConn: 90, inPackets: 500 + 90 * Math.floor(second / 30) });
    const many = (second: number) => ({ conns: 200 * Math.ceil(second / 40), activeConn: 90 });
    for (const numbers of [bursts, many])
      expect(diagnosed(tutorialAs({}), { seconds: 200, numbers, facts }).firstSaid.size).toBe(0);
  });

  it('are nothing when connections ended too, or the VIP is elsewhere', () => {
    const ended = (second: number) => ({ ...held(second), activeConn: second < 60 ? 20 : 0 });
    expect(diagnosed(tutorialAs({}), { seconds: 80, numbers: ended, facts }).firstSaid.size).toBe(0);
    expect(diagnosed(tutorialAs({}), { seconds: 80, numbers: held }).firstSaid.size).toBe(0);
  });
});

describe('connections that stay', () => {
  const even = (second: number, activeConn: number) => ({ conns: second * 20, activeConn });

  it('longer on one destination, where new ones are even', () => {
    const numbers = (second: number, to: string) => even(second, to === web1 ? 400 : 40);
    const { findings, firstSaid } = diagnosed(tutorialAs({}), { seconds: 120, numbers });
    expect(findings).toMatchObject([
      {
        ...{ code: 'long-lived-connections', destination: web1, figures: { activeConn: 400, activeExpected: 220 } },
        remedies: [{ kind: 'scheduler', scheduler: 'wlc' }],
      },
    ]);
    expect(firstSaid.get('long-lived-connections')).toBeGreaterThanOrEqual(60);
  });

  it('after a destination came back', () => {
    const numbers = (second: number, to: string) =>
      to === web1 ? { conns: Math.max(0, second - 30) * 20, activeConn: 40 } : even(second, 400);
    const changes = [{ at: 30, definition: tutorialAs({}) }];
    const { findings } = diagnosed(tutorialAs({}, [0, 1]), { seconds: 130, numbers, changes });
    expect(findings).toMatchObject([{ code: 'came-back', destination: web1, figures: { activeConn: 40 } }]);
  });

  it('as inactive ones, where only closing differs', () => {
    const numbers = (second: number, to: string) => ({ conns: second * 20, inactConn: to === web1 ? 2000 : 100 });
    const { findings } = diagnosed(tutorialAs({}), { seconds: 100, numbers });
    expect(findings).toMatchObject([{ code: 'inactive-uneven', severity: 'notice', destination: web1 }]);
  });

  it('inactive everywhere are no finding', () => {
    const numbers = (second: number) => ({ conns: second * 20, inactConn: 2400, activeConn: 1 });
    expect(diagnosed(tutorialAs({}), { seconds: 100, numbers }).firstSaid.size).toBe(0);
  });
});

describe('under wlc', () => {
  it('a newcomer gets nearly all', () => {
    const numbers = (second: number, to: string) =>
      to === web1
        ? { conns: Math.max(0, second - 30) * 20, activeConn: Math.max(0, second - 30) * 4 }
        : { conns: Math.min(second, 30) * 20, activeConn: 400 };
    const changes = [{ at: 30, definition: tutorialAs({ scheduler: 'wlc' }) }];
    const { findings } = diagnosed(tutorialAs({ scheduler: 'wlc' }, [0, 1]), { seconds: 50, numbers, changes });
    expect(findings).toMatchObject([{ code: 'newcomer-gets-all', destination: web1, figures: { scheduler: 'wlc' } }]);
  });

  it('a newcomer is told of in the seconds that it takes to catch up', () => {
    // Six new ones a second: 20 s of them, and then each gets half.
    const numbers = (second: number, to: string) => {
      const [before, alone, after] = [Math.min(second, 60), Math.min(20, Math.max(0, second - 60)), second - 80];
      const half = 3 * Math.max(0, after);
      return to === web1
        ? { conns: alone * 6 + half, activeConn: alone * 3 }
        : { conns: before * 6 + half, activeConn: 60 };
    };
    const changes = [{ at: 60, definition: tutorialAs({ scheduler: 'wlc' }) }];
    const watched = { seconds: 110, numbers, changes };
    const { findings, firstSaid } = diagnosed(tutorialAs({ scheduler: 'wlc' }, [0, 1]), watched);
    expect([...firstSaid.keys()]).toEqual(['newcomer-gets-all']);
    expect(firstSaid.get('newcomer-gets-all')).toBeLessThanOrEqual(68);
    expect(findings).toEqual([]);
  });

  it('a slow server gets fewer at even load, as designed', () => {
    const numbers = (second: number, to: string) => ({ conns: second * (to === web1 ? 4 : 20), activeConn: 200 });
    const { findings } = diagnosed(tutorialAs({ scheduler: 'wlc' }), { seconds: 130, numbers });
    expect(findings).toMatchObject([{ code: 'slower-server', destination: web1, severity: 'notice' }]);
  });
});

describe('coming and going', () => {
  it('again and again is told', () => {
    const changes = [10, 20, 30, 40].map((at, index) => ({ at, definition: tutorialAs({}, [index % 2, 1]) }));
    const { findings } = diagnosed(tutorialAs({}), { seconds: 45, numbers: fair, changes });
    expect(findings).toMatchObject([{ code: 'flapping', destination: web1, figures: { changes: 4 } }]);
    const twice = diagnosed(tutorialAs({}), { seconds: 45, numbers: fair, changes: changes.slice(0, 2) });
    expect(twice.firstSaid.has('flapping')).toBe(false);
  });

  it('of a VIP explains what is uneven', () => {
    const numbers = (second: number, to: string) => ({ conns: second * 20, activeConn: to === web2 ? 400 : 40 });
    const facts = (second: number) => ({
      addresses: (second < 20 ? [] : ['10.0.0.100']) as never,
      sysctls: { sync_threshold: 3 },
    });
    const alone = diagnosed(tutorialAs({}), { seconds: 110, numbers, facts });
    expect(codes(alone.findings)).toEqual(['long-lived-connections']);
    expect(diagnosed(tutorialAs({}), { seconds: 110, numbers, facts, paired: true }).findings).toMatchObject([
      { code: 'uneven-after-failover', figures: { syncThreshold: 3, daemons: 0 } },
    ]);
  });
});
