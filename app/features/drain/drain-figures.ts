import type { DrainFact } from '../../../domain/display/drain-preview.ts';

type Fact<Kind extends DrainFact['kind']> = Extract<DrainFact, { kind: Kind }>;

/** What a drain's sentences are made of: the facts of its directors, in a few numbers. Null is unknown. */
export interface DrainFigures {
  /** On the director that has the most: a pair is never added up. */
  readonly activeConn: number | null;
  readonly inactConn: number | null;
  readonly persistConn: number | null;
  /** Seconds that a client stays at most; null where no service is persistent. */
  readonly persistence: number | null;
  /** Seconds after which idle UDP entries go at most; null where no service is UDP. */
  readonly udp: number | null;
  /** Whether a service schedules each packet on its own, and so keeps no connection. */
  readonly onePacket: boolean;
  readonly quiescent: readonly Fact<'expire-quiescent-template'>[];
  readonly connections: readonly Fact<'connections'>[];
  readonly alsoTouched: readonly Fact<'also-touched'>[];
}

/** The initial UDP timeout of a kernel (`udp_timeouts` of ip_vs_proto_udp.c), where a director didn't tell its own. */
const initialUdp = 300;

export function drainFigures(facts: readonly DrainFact[]): DrainFigures {
  const of = <Kind extends DrainFact['kind']>(kind: Kind) =>
    facts.filter((fact): fact is Fact<Kind> => fact.kind === kind);
  const connections = of('connections');
  return {
    activeConn: most(connections.map((fact) => fact.activeConn)),
    inactConn: most(connections.map((fact) => fact.inactConn)),
    persistConn: most(connections.map((fact) => fact.persistConn)),
    persistence: most(of('persistence').map((fact) => fact.timeout)),
    udp: most(of('udp').map((fact) => fact.timeout ?? initialUdp)),
    onePacket: of('one-packet').length > 0,
    quiescent: of('expire-quiescent-template'),
    connections,
    alsoTouched: of('also-touched'),
  };
}

const most = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((high, value) => (value === null ? high : Math.max(high ?? 0, value)), null);
