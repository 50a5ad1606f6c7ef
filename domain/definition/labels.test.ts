import { describe, expect, it } from 'vitest';
import type { Address } from '../lvs/address.ts';
import type { Definition, RealServer } from './definition.ts';
import { emptyDefinition } from './definition.ts';
import { labelsSchema } from './labels.ts';
import { mergeDefinitions } from './merge.ts';
import { realServerRows } from './real-server-difference.ts';

const server = (name: string, addresses: string[], labels: string[]): RealServer => ({
  ...{ name, labels },
  addresses: addresses as Address[],
});

describe('labels', () => {
  it.each(['canary', 'half=1', 'rack=a/3', 'os.version=12.4', '1'])('may be `%s`', (label) => {
    expect(labelsSchema.parse([label])).toEqual([label]);
  });

  it.each(['', '=1', 'half=', 'a b', 'a,b', 'a=b=c', '-x'])('may not be `%s`', (label) => {
    expect(labelsSchema.safeParse([label]).success).toBe(false);
  });

  it('stand once on a real server', () => {
    expect(labelsSchema.safeParse(['a', 'a']).error?.issues).toMatchObject([{ path: [1], message: 'label-twice' }]);
  });

  it('are a difference in any other than their order', () => {
    const before = [server('a', ['10.0.0.1'], ['x', 'y'])];
    expect(realServerRows(before, [server('a', ['10.0.0.1'], ['y', 'x'])])).toEqual([]);
    expect(realServerRows(before, [server('a', ['10.0.0.1'], ['y'])])).toMatchObject([
      { before: '10.0.0.1 (x, y)', after: '10.0.0.1 (y)', fields: [{ field: 'labels', before: 'x, y', after: 'y' }] },
    ]);
  });
});

describe('merged labels', () => {
  const merged = (base: RealServer, mine: RealServer, theirs: RealServer) => {
    const definition = (one: RealServer): Definition => ({ ...emptyDefinition, realServers: [one] });
    return mergeDefinitions(definition(base), definition(mine), definition(theirs)).definition.realServers;
  };
  const base = server('a', ['10.0.0.1'], ['x', 'y']);

  it('have what either side put on and nothing that a side took off', () => {
    expect(
      merged(base, server('a', ['10.0.0.1'], ['x', 'y', 'mine']), server('a', ['10.0.0.1'], ['y', 'theirs'])),
    ).toEqual([server('a', ['10.0.0.1'], ['y', 'theirs', 'mine'])]);
  });

  it('follow a real server to its new name', () => {
    expect(merged(base, server('b', ['10.0.0.1'], ['x', 'y']), server('a', ['10.0.0.1'], ['x', 'y', 'z']))).toEqual([
      server('b', ['10.0.0.1'], ['x', 'y', 'z']),
    ]);
  });

  it('stay off although the other side gave the real server one more address', () => {
    expect(merged(base, server('a', ['10.0.0.1'], ['y']), server('a', ['10.0.0.1', '10.0.0.2'], ['x', 'y']))).toEqual([
      server('a', ['10.0.0.1', '10.0.0.2'], ['y']),
    ]);
  });
});
