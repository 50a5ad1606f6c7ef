import { describe, expect, it } from 'vitest';
import type { Definition } from '../definition/definition.ts';
import { noSettings } from '../definition/settings.ts';
import {
  clusterRecord,
  directorRecord,
  kernelOf,
  observe,
  secondsTo,
  tutorialDefinition,
  tutorialWith,
  web1,
  web2,
  webKey,
} from '../display/cluster-record.example.ts';
import type { DirectorRecord } from '../display/records.ts';
import type { VirtualService } from '../lvs/table.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { diagnose } from './diagnose.ts';

const fair = (second: number, to: string) => ({ conns: second * (to === web1 ? 10 : 30) });
type NumbersAt = Parameters<typeof observe>[3];

function found(
  services: readonly VirtualService[],
  numbers: NumbersAt = fair,
  more: Partial<DirectorRecord> = {},
  overlays: Overlay[] = [],
  at = 20_000,
) {
  const record = directorRecord(more);
  observe(record.history, services, secondsTo(20), numbers);
  return diagnose(clusterRecord({ directors: [record], overlays }), record, at);
}

const table = kernelOf(tutorialDefinition);
const codes = (findings: readonly { code: string }[]) => findings.map((finding) => finding.code);

it('says nothing of a director in step with fair traffic', () => {
  expect(found(table)).toEqual([]);
});

describe('drift', () => {
  const [one, three] = table[0]?.destinations ?? [];
  if (!one || !three) throw new Error('the tutorial has two destinations');
  const edited = tutorialWith({ destinations: [one, { ...three, weight: 9 }] });
  const byNine = (second: number, to: string) => ({ conns: second * (to === web1 ? 10 : 90) });

  it('is a hand edit, with the step that would mend it', () => {
    const findings = found(edited, byNine);
    expect(findings).toMatchObject([
      { code: 'drift', severity: 'warning', service: webKey, steps: [{ action: 'change-destination' }] },
    ]);
  });

  it('is a service removed by hand', () => {
    expect(codes(found([]))).toEqual(['drift']);
  });

  it('is silent while the newest intent is on its way', () => {
    expect(codes(found(edited, byNine, { wanted: 2, held: 1 }))).toEqual([]);
    expect(codes(found(edited, byNine, { wanted: 2, held: 2, applied: 1 }))).toEqual([]);
  });

  it('is silent until an observation from after the apply has come', () => {
    const applied = (endedAt: number) =>
      codes(
        found(edited, byNine, {
          applies: [
            {
              ...{ director: 'lb1', generation: 1, phase: 'applied', total: 1, steps: [], readBack: 'agrees' },
              ...{ detail: null, requestedAt: 0, endedAt },
            },
          ],
        }),
      );
    expect(applied(20_000)).toEqual([]);
    expect(applied(19_999)).toEqual(['drift']);
  });

  it('is never said of a service that isn’t ours', () => {
    expect(codes(found(edited, byNine, { owned: new Set() }))).toEqual(['foreign-in-the-way']);
  });
});

describe('a defined setting', () => {
  const wanting = (sysctls: Definition['settings']['sysctls'], at = 20_000) => {
    const record = directorRecord();
    observe(record.history, table, secondsTo(20), fair);
    const definition = { ...tutorialDefinition, settings: { ...noSettings, sysctls } };
    return diagnose(clusterRecord({ definition, directors: [record] }), record, at);
  };

  it('that the kernel doesn’t have is named, with the kernel’s version', () => {
    expect(wanting({ sync_persist_mode: 1, expire_quiescent_template: 0 })).toMatchObject([
      {
        code: 'setting-unsupported',
        severity: 'notice',
        director: 'lb1',
        names: ['sync_persist_mode'],
        kernel: '6.1.0',
      },
    ]);
  });

  it('that the kernel has otherwise is drift', () => {
    expect(codes(wanting({ expire_quiescent_template: 1 }))).toEqual(['drift']);
  });

  it('is not spoken of while the director is not heard', () => {
    expect(codes(wanting({ sync_persist_mode: 1 }, 31_000))).toEqual(['unreachable']);
  });
});

it('says unreachable, and nothing that rests on an old observation', () => {
  expect(codes(found([], fair, { connected: false }))).toEqual(['unreachable']);
  expect(found([], fair, {}, [], 31_000)).toMatchObject([{ code: 'unreachable', sinceMs: 11_000 }]);
});

describe('skew', () => {
  it('names persistence where it is on, with the numbers', () => {
    const persistent = tutorialWith({ persistence: { timeout: 10, netmask: 32 } });
    const definition = {
      ...tutorialDefinition,
      services: tutorialDefinition.services.map((s) => ({ ...s, persistence: { timeout: 10, netmask: 32 } })),
    };
    const record = directorRecord();
    observe(record.history, persistent, secondsTo(20), (second, to) =>
      to === web1 ? { conns: second * 40, persistConn: 2 } : {},
    );
    expect(diagnose(clusterRecord({ definition, directors: [record] }), record, 20_000)).toMatchObject([
      {
        code: 'skew-persistence',
        timeout: 10,
        skew: { most: web1, mostShare: 1, mostExpected: 0.25, connections: 160, persistConn: 2, persistConnAll: 2 },
      },
    ]);
  });

  it('is said without a cause where persistence is off', () => {
    expect(codes(found(table, (second, to) => ({ conns: to === web1 ? second * 40 : 0 })))).toEqual(['skew']);
  });
});

it('tells that a drain is held by persistence templates', () => {
  const drain = drainOf({ kind: 'destination', service: webKey, destination: web2 });
  const definition = {
    ...tutorialDefinition,
    services: tutorialDefinition.services.map((s) => ({ ...s, persistence: { timeout: 300, netmask: 32 } })),
  };
  const [one, three] = table[0]?.destinations ?? [];
  if (!one || !three) throw new Error('the tutorial has two destinations');
  const drained = tutorialWith({
    persistence: { timeout: 300, netmask: 32 },
    destinations: [one, { ...three, weight: 0 }],
  });
  const held = (sysctl: number) => {
    const record = directorRecord();
    const facts = record.facts && { ...record.facts, sysctls: { expire_quiescent_template: sysctl } };
    observe(record.history, drained, secondsTo(20), (second, to) =>
      to === web2 ? { persistConn: 3 } : { conns: second },
    );
    const director = { ...record, facts };
    return diagnose(clusterRecord({ definition, overlays: [drain], directors: [director] }), director, 20_000);
  };
  expect(held(0)).toMatchObject([
    { code: 'drain-held-by-persistence', severity: 'notice', destination: web2, persistConn: 3, timeout: 300 },
  ]);
  expect(held(1)).toEqual([]);
});

it('is critical when no destination of a service serves', () => {
  const none = tutorialWith({ destinations: (table[0]?.destinations ?? []).map((to) => ({ ...to, weight: 0 })) });
  expect(codes(found(none))).toEqual(['drift', 'no-destination-serves']);
});

it('shows what the agent could not do', () => {
  const failed = {
    director: 'lb1',
    generation: 1,
    phase: 'failed',
    total: 2,
    steps: [{ index: 0, line: 'ipvsadm -A -t 10.0.0.100:80 -s wrr', outcome: 'failed', error: 'ENOENT' }],
    readBack: 'differs',
    detail: null,
    requestedAt: 0,
    endedAt: 1,
  } as const;
  const more = { applies: [failed], trouble: 'no CAP_NET_ADMIN', refusal: { code: 'older', detail: 'generation 1' } };
  expect(codes(found(table, fair, more))).toEqual(['agent-trouble', 'intent-refused', 'apply-failed']);
});
