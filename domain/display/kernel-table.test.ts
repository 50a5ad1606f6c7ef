import { expect, it } from 'vitest';
import {
  clusterRecord,
  directorRecord,
  kernelOf,
  observe,
  quietFacts,
  secondsTo,
  tutorialDefinition,
  webKey,
} from './cluster-record.example.ts';
import { kernelTable } from './kernel-table.ts';

const table = kernelOf(tutorialDefinition);

function seen(owned: readonly (typeof webKey)[], at: number) {
  const record = directorRecord({ owned: new Set(owned) });
  observe(record.history, table, secondsTo(20), () => ({}));
  return kernelTable(clusterRecord({ directors: [record] }), 'lb1', at);
}

it('gives a kernel’s table, and says what in it is foreign', () => {
  const { timeouts, sysctls } = quietFacts;
  expect(seen([webKey], 20_000)).toMatchObject({ services: table, foreign: [], settings: { timeouts, sysctls } });
  expect(seen([], 20_000)?.foreign).toEqual([webKey]);
});

it('gives nothing that is too old to be known, and knows no other director', () => {
  expect(seen([], 60_000)).toMatchObject({ services: null, foreign: [], settings: null });
  expect(kernelTable(clusterRecord(), 'lb9', 0)).toBeNull();
});
