import { bundlePrograms } from './bundle-programs.ts';
import type { Lab } from './lab.ts';
import { type Client, clientAddresses } from './namespaces.ts';
import { projectNode } from './project-root.ts';
import type { TrafficMessage, TrafficReport, TrafficRequest, TrafficSettings } from './traffic-settings.ts';

export interface Traffic {
  /** The next report, at most a second away; all that was answered before the call is in the one after it. */
  nextReport(): Promise<TrafficReport>;
  /** Ends the traffic and resolves to the last report, when every request has been answered or has failed. */
  stop(): Promise<TrafficReport>;
}

export type Flow = Pick<TrafficSettings, 'target'> & Partial<TrafficSettings>;

/** A client machine: one process, whatever it sends. */
export interface TrafficMachine {
  start(flow: Flow): Traffic;
  /** Ends the process and all that it sends. */
  close(): Promise<void>;
}

/** Steady short requests from all addresses of the client, unless the settings say otherwise. */
const defaults = {
  path: '/',
  localPorts: null,
  requestsPerSecond: 20,
  held: 0,
  requestEverySeconds: 2,
  meanLifeSeconds: 60,
  timeoutMs: 3000,
} satisfies Partial<TrafficSettings>;

/** The first `count` source addresses of a client machine. */
export function sourcesOf(client: Client, count = Number.POSITIVE_INFINITY): string[] {
  const [from, to] = [clientAddresses[client].first, clientAddresses[client].last].map((address) =>
    Number(address.split('.')[3]),
  ) as [number, number];
  const length = Math.min(count, to - from + 1);
  return Array.from({ length }, (_, index) => `10.9.0.${from + index}`);
}

/** Opens a client machine, from which flows of traffic can be started. */
export async function openTraffic(lab: Lab, client: Client): Promise<TrafficMachine> {
  const { traffic } = await bundlePrograms({ traffic: 'e2e/lab/guest/traffic/main.ts' });
  const child = await lab.spawn(client, [projectNode, '--max-old-space-size=64', traffic]);
  const tell = (request: TrafficRequest) => child.write(`${JSON.stringify(request)}\n`);
  const listeners = new Map<number, (message: TrafficMessage) => void>();
  child.onLine((line) => {
    const message = JSON.parse(line) as TrafficMessage;
    listeners.get(message.flow)?.(message);
  });
  const died = child.ended.then(() => Promise.reject(new Error(`the traffic ended:\n${child.output()}`)));
  died.catch(() => {});
  let flows = 0;

  const start = (flow: Flow): Traffic => {
    const number = ++flows;
    let waiting: ((report: TrafficReport) => void)[] = [];
    const last = Promise.withResolvers<TrafficReport>();
    listeners.set(number, ({ report, ended }) => {
      for (const resolve of waiting) resolve(report);
      waiting = [];
      if (!ended) return;
      listeners.delete(number);
      last.resolve(report);
    });
    tell({ start: number, settings: { ...defaults, sources: sourcesOf(client), ...flow } });
    return {
      nextReport: () => Promise.race([new Promise<TrafficReport>((resolve) => waiting.push(resolve)), died]),
      stop: () => {
        tell({ stop: number });
        return Promise.race([last.promise, died]);
      },
    };
  };
  return {
    start,
    close: async () => {
      child.endInput();
      await child.ended;
    },
  };
}

/** Starts client traffic to a virtual service, as a client machine of its own. */
export async function startTraffic(lab: Lab, client: Client, flow: Flow): Promise<Traffic> {
  const machine = await openTraffic(lab, client);
  const traffic = machine.start(flow);
  return {
    nextReport: () => traffic.nextReport(),
    stop: async () => {
      const last = await traffic.stop();
      await machine.close();
      return last;
    },
  };
}
