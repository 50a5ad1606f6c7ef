import { expect, it } from 'vitest';
import { drainOf } from '../../../domain/overlay/overlay.example.ts';
import { paletteDrains } from './palette-drains.ts';

const place = (name: string, labels: readonly string[], out = false) => {
  const target = { kind: 'real-server' as const, name };
  return {
    ...{ name, labels, cluster: 'shop', more: '', href: '' },
    outBy: out ? [drainOf(target, { id: name })] : [],
  };
};
const said = (places: Parameters<typeof paletteDrains>[0]) =>
  paletteDrains(places, (count, label) => `${count} with ${label}`).map(
    ({ action, name, targets }) => `${action} ${name}: ${targets.length}`,
  );

it('offers what fits: one that is out returns', () => {
  expect(said([place('rs1', []), place('rs2', [], true)])).toEqual(['drain rs1: 1', 'return rs2: 1']);
});

it('offers all that have a label, those that fit', () => {
  expect(said([place('rs1', ['half=1']), place('rs2', ['half=1'], true), place('rs3', ['half=2'], true)])).toEqual([
    ...['drain rs1: 1', 'return rs2: 1', 'return rs3: 1'],
    ...['drain 1 with half=1: 1', 'return 1 with half=1: 1', 'return 1 with half=2: 1'],
  ]);
});
