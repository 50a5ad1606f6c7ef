import { describe, expect, it } from 'vitest';
import { type Definition, definitionSchema } from '../../definition/definition.ts';
import {
  clusterRecord,
  directorRecord,
  kernelOf,
  observe,
  secondsTo,
  web1,
} from '../../display/cluster-record.example.ts';
import { serviceKeyText } from '../../lvs/service-key.ts';
import { diagnose } from '../diagnose.ts';
import { diagnosed, tutorialAs } from '../diagnosed.example.ts';

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

describe('rr on many directors', () => {
  const definition = tutorialAs({ scheduler: 'rr' });
  const findingsOf = (count: number, first: number) => {
    const directors = Array.from({ length: count }, (_, index) => {
      const record = directorRecord({ name: `lb${index + 1}` });
      const table = kernelOf(definition);
      // A connection every three seconds or so: too few for one director to say anything.
      observe(record.history, table, secondsTo(60), (second, to) => ({
        conns: Math.floor((second / 60) * (to === web1 ? first : 8)),
      }));
      return record;
    });
    const cluster = clusterRecord({ definition, directors });
    return [60_000, 61_000, 70_000].map((at) => directors.map((record) => diagnose(cluster, record, at))).at(-1);
  };

  it('all of which begin at the same destination is seen by adding them up', () => {
    const [one = [], ...others] = findingsOf(30, 16) ?? [];
    expect(one).toMatchObject([{ code: 'directors-in-step', destination: web1, figures: { directors: 30 } }]);
    expect(others.flat()).toEqual([]);
  });

  it('is nothing while they spread evenly, or are few', () => {
    expect(findingsOf(30, 8)?.flat()).toEqual([]);
    expect(findingsOf(2, 16)?.flat()).toEqual([]);
  });
});

describe('a real server in several services', () => {
  const destination = (host: number, port: number) => ({
    ...{ address: `10.0.0.${host}`, port, forwarding: 'direct-routing', weight: 1 },
  });
  const service = (port: number, hosts: readonly number[]) => ({
    name: `s${port}`,
    key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port },
    scheduler: 'wrr',
    destinations: hosts.map((host) => destination(host, port)),
  });
  const definitionOf = (...services: ReturnType<typeof service>[]): Definition =>
    definitionSchema.parse({ realServers: [], services });

  it('is added up over them', () => {
    const definition = definitionOf(service(80, [21, 22]), service(81, [21, 23]), service(82, [21, 24]));
    expect(definition.services.map(({ key }) => serviceKeyText(key))).toHaveLength(3);
    const numbers = (second: number) => ({ conns: second * 20 });
    expect(diagnosed(definition, { seconds: 90, numbers }).findings).toMatchObject([
      { code: 'shared-real-server', figures: { server: '10.0.0.21', services: 3, cps: 60, expectedCps: 30 } },
    ]);
  });

  it('is told of one of four, though no sample is quite even, and not of a few connections', () => {
    const definition = definitionOf(service(80, [21, 22]), service(81, [21, 23]), service(82, [21, 24]));
    // Eight connections a second each, and not quite evenly, as a second is no whole round.
    const numbers = (second: number, to: string) => ({
      conns: second * 4 + (to.startsWith('10.0.0.21:') ? 0 : second % 2),
    });
    const { findings } = diagnosed(definition, { seconds: 130, numbers });
    expect(codes(findings)).toEqual(['shared-real-server']);
    const thin = diagnosed(definition, { seconds: 300, numbers: (second) => ({ conns: Math.floor(second * 0.9) }) });
    expect(codes(thin.findings)).toEqual([]);
  });

  it('is nothing where all machines stand in the same ones', () => {
    const definition = definitionOf(service(80, [21, 22]), service(81, [21, 22]));
    expect(diagnosed(definition, { seconds: 90, numbers: (second) => ({ conns: second * 20 }) }).findings).toEqual([]);
  });
});
