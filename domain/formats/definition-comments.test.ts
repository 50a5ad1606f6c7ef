import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definition } from '../definition/definition.arbitrary.ts';
import { noGuard } from '../definition/settings.ts';
import { definitionComments, parseDefinitionComment } from './definition-comments.ts';
import { parseShoalComment } from './shoal-comment.ts';

const partOf = (line: string) => {
  const comment = parseShoalComment(line);
  return comment && parseDefinitionComment(comment);
};

it('says what other formats can’t, one line each', () => {
  const settings = {
    timeouts: { tcp: 900, tcpfin: null, udp: 300 },
    sysctls: { conntrack: 1, expire_nodest_conn: 0 },
    drift: 'repair' as const,
    guard: { leastServing: 2, leastWeightPercent: 0 },
  };
  const one = { ...fc.sample(definition, { seed: 1, numRuns: 1 })[0], realServers: [], services: [], settings };
  expect(definitionComments(one, 'with-timeouts')).toEqual([
    '#shoal sysctls conntrack=1 expire_nodest_conn=0',
    '#shoal timeouts tcp=900 udp=300',
    '#shoal drift policy=repair',
    '#shoal guard leastServing=2',
  ]);
});

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(definition, (one) => {
      const parts = definitionComments(one, 'with-timeouts').map(partOf);
      expect(parts.flatMap((part) => (part?.kind === 'real-server' ? [part.realServer] : []))).toEqual(one.realServers);
      const { timeouts, sysctls, drift, guard } = one.settings;
      const found = Object.assign({}, ...parts.filter((part) => part?.kind !== 'real-server'));
      expect({ timeouts, sysctls, drift, guard }).toEqual({
        timeouts: found.timeouts ?? { tcp: null, tcpfin: null, udp: null },
        sysctls: found.sysctls ?? {},
        drift: found.drift ?? 'report',
        guard: found.guard ?? noGuard,
      });
      expect(parts).not.toContain(undefined);
    }),
  );
});

it.each([
  '# shoal is a word in a sentence',
  '#shoal',
  '#shoal sysctls conntrack=2',
  '#shoal sysctls conntrack=yes',
  '#shoal sysctls sync_threshold=3',
  '#shoal sysctls kernel=1',
  '#shoal timeouts tcp=0',
  '#shoal drift policy=ignore',
  '#shoal guard leastServing=-1',
  '#shoal guard leastWeightPercent=101',
  '#shoal real-server name=web1',
  '#shoal real-server name=web1 addresses=10.0.0.3 labels=a,,b',
  '#shoal real-server name=web1 addresses=10.0.0.300',
  '#shoal real-server addresses=10.0.0.3',
  '#shoal service name=web',
])('takes nothing from `%s`', (line) => {
  expect(partOf(line)).toBeUndefined();
});
