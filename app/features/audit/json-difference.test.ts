import { describe, expect, it } from 'vitest';
import { jsonDifferences } from './json-difference.ts';

const service = (weights: Record<string, number>) => ({
  name: 'web',
  scheduler: 'wrr',
  persistence: null,
  destinations: Object.entries(weights).map(([address, weight]) => ({ address, port: 80, weight })),
});

describe('jsonDifferences', () => {
  it('is nothing when nothing changed', () => {
    expect(jsonDifferences(service({ '10.0.0.21': 1 }), service({ '10.0.0.21': 1 }))).toEqual([]);
    expect(jsonDifferences(null, null)).toEqual([]);
  });

  it('names the one value that changed', () => {
    expect(jsonDifferences(service({ '10.0.0.21': 1 }), service({ '10.0.0.21': 3 }))).toEqual([
      { path: 'destinations 10.0.0.21:80 weight', before: '1', after: '3' },
    ]);
  });

  it('takes one item away without touching those that follow', () => {
    const paths = jsonDifferences(service({ '10.0.0.21': 1, '10.0.0.22': 3 }), service({ '10.0.0.22': 3 })).map(
      ({ path }) => path,
    );
    expect(paths).toEqual([
      'destinations 10.0.0.21:80 address',
      'destinations 10.0.0.21:80 port',
      'destinations 10.0.0.21:80 weight',
    ]);
  });

  it('compares single values', () => {
    expect(jsonDifferences('viewer', 'operator')).toEqual([{ path: '', before: 'viewer', after: 'operator' }]);
  });

  it('shows a setting that was taken away', () => {
    const before = { ...service({}), persistence: { timeout: 300 } };
    expect(jsonDifferences(before, service({}))).toEqual([{ path: 'persistence timeout', before: '300', after: null }]);
  });
});
