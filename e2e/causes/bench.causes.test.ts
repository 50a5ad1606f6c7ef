import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Director } from '../lab/namespaces.ts';
import { allCases } from './all-cases.ts';
import type { CauseCase } from './cause-case.ts';
import { type Bench, openBench } from './open-bench.ts';
import { othersSaid, saidOf } from './outcome.ts';
import { type Row, rowOf, simulated, tableText, trafficText } from './table.ts';

/** Each cause on the real kernel, all at once: it is found, its numbers are true, and of nothing else is anything said. */
let bench: Bench;
const rows = new Map<CauseCase, Row>(allCases.map((one) => [one, rowOf(one)]));
const lost: Row[] = [];
const note = (one: CauseCase, more: Partial<Row>) => rows.set(one, { ...(rows.get(one) ?? rowOf(one)), ...more });

beforeAll(async () => {
  bench = await openBench(allCases);
});
afterAll(async () => {
  const carried = await Promise.all(bench.fair.map((traffic) => traffic.nextReport()));
  const table = `${tableText([...rows.values(), ...simulated, ...lost])}\n\n${trafficText(carried)}\n`;
  const file = process.env.CAUSES_TABLE;
  if (file) writeFileSync(file, table);
  else console.log(table);
  await bench?.close();
});

const named = allCases.map((one) => [`${one.number ?? '–'}: ${one.cause}`, one] as const);

describe.concurrent('is found, with its numbers', () => {
  test.each(named)('%s', async (_, one) => {
    await one.inject(bench);
    const injected = performance.now();
    const said = await bench.watch.until(one.cause, saidOf(one));
    note(one, { seconds: (performance.now() - injected) / 1000 });
    if ('finding' in said && one.says.code) await one.says.evidence(said.finding, bench);
    if ('service' in said && one.says.verdict) await one.says.evidence(said.service, bench);
  });
});

describe('nothing else is said', () => {
  test.each(named)('%s', (_, one) => {
    const others = othersSaid(one, bench);
    note(one, { othersSilent: others.length === 0 });
    expect(others).toEqual([]);
  });

  test('nor of the directors', () => {
    const ofDirectors = allCases.flatMap(({ says, director }) =>
      says.code && says.ofDirector ? [`${says.code} ${director}`] : [],
    );
    const said = [...bench.watch.said.values()].filter(({ service }) => service === null);
    expect(said.map(({ code, director }) => `${code} ${director}`)).toEqual(ofDirectors);
  });
});

describe('a director that is not heard', () => {
  test.each([
    ['lb3', 'SIGSTOP', 'its agent is stopped'],
    ['lb2', 'SIGKILL', 'its agent is killed'],
  ] as const)('%s, by %s', async (name: Director, signal, injected) => {
    bench.agents.get(name)?.kill(signal);
    const began = performance.now();
    const ofDirector = () =>
      bench.watch.clusters.flatMap((one) => one.findings).filter(({ director }) => director === name);
    await bench.watch.until(`${name} is unreachable`, () =>
      ofDirector().some(({ code }) => code === 'unreachable') ? true : undefined,
    );
    const seconds = (performance.now() - began) / 1000;
    const others = ofDirector().filter(({ code }) => code !== 'unreachable');
    const cause = `the director ${name} is not heard`;
    lost.push({ number: null, cause, injected, found: 'unreachable', seconds, othersSilent: others.length === 0 });
    expect(others).toEqual([]);
  });
});
