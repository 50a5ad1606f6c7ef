import { expect, test } from 'vitest';
import { definitionSchema } from '../domain/definition/definition.ts';
import { desiredTable } from '../domain/desired/desired-table.ts';
import { planChanges } from '../domain/plan/plan-changes.ts';
import { type Intent, intentSchema } from '../domain/wire/intent.ts';
import { exitCodeOf, printPlan, printProgress } from './run-once.ts';

const key = { kind: 'fwmark', fwmark: 1, family: 'ipv4' };
const definition = definitionSchema.parse({ services: [{ name: 'web', key, scheduler: 'rr' }] });
const intent: Intent = intentSchema.parse({
  ...{ version: 1, director: 'd', cluster: 'web', generation: 4, revision: 1, definition, overlays: [] },
  ...{ takeOver: [], removesAll: false, issuedAt: 0 },
});
const printed = (run: (print: (line: string) => void) => void): string[] => {
  const lines: string[] = [];
  run((line) => lines.push(line));
  return lines;
};

test('a plan is printed as ipvsadm lines with a reason each', () => {
  const desired = desiredTable(definition, []);
  const plan = planChanges(desired, { services: [], settings: null }, new Set(), new Set());
  expect(printed((print) => printPlan(intent, plan, print))).toEqual([
    'ipvsadm -A -f 1 -s rr   # missing in the kernel',
    '# intent 4: 1 steps',
  ]);
  const foreign = planChanges(desired, { ...desired, settings: null }, new Set(), new Set());
  expect(printed((print) => printPlan(intent, foreign, print))[0]).toContain('FWM 1 stands already');
});

test('settings are printed as the commands that set them, and what the kernel lacks is named', () => {
  const sysctls = { conntrack: 1, sloppy_tcp: 1 };
  const settings = definitionSchema.parse({ settings: { timeouts: { tcp: 60 }, sysctls } });
  const kernel = { timeouts: { tcp: 900, tcpfin: 120, udp: 300 }, sysctls: { conntrack: 0 } };
  const plan = planChanges(desiredTable(settings, []), { services: [], settings: kernel }, new Set(), new Set());
  expect(printed((print) => printPlan(intent, plan, print))).toEqual([
    'ipvsadm --set 60 0 0   # tcp-timeout 900 s → 60 s',
    'sysctl -w net.ipv4.vs.conntrack=1   # sysctl 0 → 1',
    "# this kernel doesn't have net.ipv4.vs.sloppy_tcp: left out",
    '# intent 4: 2 steps',
  ]);
});

test('progress is printed step by step, and the exit code tells the read-back', () => {
  const results = [{ index: 0, line: 'ipvsadm -D -f 1', outcome: 'failed' as const, error: 'ESRCH' }];
  const steps = { type: 'steps' as const, generation: 4, total: 1, results };
  expect(printed((print) => printProgress(steps, print))).toEqual(['failed: ipvsadm -D -f 1 (ESRCH)']);
  const applied = {
    ...{ type: 'applied' as const, generation: 4, outcome: 'applied' as const, total: 1, failed: 0 },
    ...{ readBack: 'agrees' as const, foreign: [], took: 1 },
  };
  expect(exitCodeOf(applied)).toBe(0);
  expect(exitCodeOf({ ...applied, readBack: 'differs' })).toBe(1);
  expect(exitCodeOf({ ...applied, outcome: 'failed' })).toBe(1);
  expect(exitCodeOf(null)).toBe(1);
});
