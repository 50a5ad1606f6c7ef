/** What one traffic generator sends. */
export interface TrafficSettings {
  /** The virtual service, by VIP and port. */
  target: { host: string; port: number };
  /** Source addresses, taken in turn; each must stand on the client machine. */
  sources: string[];
  /** Requests a second, each on a new connection that ends with its answer. The lab carries some 200. */
  requestsPerSecond: number;
  /** What is asked for; `/slow?ms=500` and others are the fleet's (guest/fleet/web-server.ts). */
  path: string;
  /** Source ports that are used again and again, each when its last connection is over; null takes free ones. */
  localPorts: readonly number[] | null;
  /** Connections kept open all the time, and on each a request every `requestEverySeconds`. */
  held: number;
  requestEverySeconds: number | PaceByServer;
  /** How long a held connection lives on average (exponential) before its client ends it and opens another. */
  meanLifeSeconds: number;
  /** After this long without an answer a request has failed. */
  timeoutMs: number;
}

/** Seconds by real server, where an application talks more on some than on others. */
export type PaceByServer = Readonly<Record<string, number>>;

/** What a client machine is told, as a JSON line: flows have numbers. */
export type TrafficRequest = { start: number; settings: TrafficSettings } | { stop: number };

/** What a client machine tells of each flow once a second, and when it has ended. */
export interface TrafficMessage {
  flow: number;
  report: TrafficReport;
  ended: boolean;
}

/** What a traffic generator has seen since it started, reported every second. */
export interface TrafficReport {
  /** Milliseconds since 1970, on the guest's clock. */
  at: number;
  /** Answers, on new and on held connections, by the real server that gave them. */
  answers: Record<string, number>;
  /** New connections that were answered, held ones included, by real server: what a scheduler's weights divide. */
  connections: Record<string, number>;
  /** Requests that got no answer, by kind: ECONNREFUSED, ECONNRESET, TIMEOUT, CLOSED … Empty when not one failed. */
  failures: Record<string, number>;
  /** Held connections that stand now, by real server. */
  held: Record<string, number>;
  /** Milliseconds from request to answer of the last second's requests; null when there were none. */
  latency: { p50: number; p99: number } | null;
}
