import { bundlePrograms } from './bundle-programs.ts';
import type { Lab } from './lab.ts';
import { type Client, clientAddresses } from './namespaces.ts';
import { projectNode } from './project-root.ts';
import type { TrafficReport, TrafficSettings } from './traffic-settings.ts';

export interface Traffic {
  /** The next report, at most a second away; all that was answered before the call is in the one after it. */
  nextReport(): Promise<TrafficReport>;
  /** Ends the traffic and resolves to the last report, when every request has been answered or has failed. */
  stop(): Promise<TrafficReport>;
}

/** Steady short requests from all addresses of c1, unless the settings say otherwise. */
const defaults = {
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

/** Starts client traffic to a virtual service from one client machine. */
export async function startTraffic(
  lab: Lab,
  client: Client,
  settings: Pick<TrafficSettings, 'target'> & Partial<TrafficSettings>,
): Promise<Traffic> {
  const { traffic } = await bundlePrograms({ traffic: 'e2e/lab/guest/traffic/main.ts' });
  const whole: TrafficSettings = { ...defaults, sources: sourcesOf(client), ...settings };
  const child = await lab.spawn(client, [projectNode, '--max-old-space-size=64', traffic, JSON.stringify(whole)]);

  let latest: TrafficReport | undefined;
  let waiting: ((report: TrafficReport) => void)[] = [];
  child.onLine((line) => {
    const report = JSON.parse(line) as TrafficReport;
    latest = report;
    for (const resolve of waiting) resolve(report);
    waiting = [];
  });
  const ended = child.ended.then(() => Promise.reject(new Error(`the traffic ended:\n${child.output()}`)));
  ended.catch(() => {});
  return {
    nextReport: () => Promise.race([new Promise<TrafficReport>((resolve) => waiting.push(resolve)), ended]),
    stop: async () => {
      child.kill('SIGTERM');
      await child.ended;
      if (!latest) throw new Error(`the traffic made no report:\n${child.output()}`);
      return latest;
    },
  };
}
