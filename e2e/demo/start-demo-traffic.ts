import type { Lab } from '../lab/lab.ts';
import { sourcesOf, startTraffic, type Traffic } from '../lab/start-traffic.ts';

/** The two virtual services of the demo, by VIP; both on TCP port 80. */
export const demoVips = { weighted: '10.0.0.100', persistent: '10.0.0.101' } as const;

/**
 * Starts the demo's clients: fifty addresses that send short requests to the weighted service and hold some connections
 * open, so that a drain has something to wait for; and three that send to the persistent service, too few for
 * persistence to share them out by weight.
 */
export function startDemoTraffic(lab: Lab): Promise<Traffic[]> {
  const to = (host: string) => ({ host, port: 80 });
  return Promise.all([
    startTraffic(lab, 'c1', { target: to(demoVips.weighted), requestsPerSecond: 20, held: 24, meanLifeSeconds: 45 }),
    startTraffic(lab, 'c2', { target: to(demoVips.persistent), requestsPerSecond: 6, sources: sourcesOf('c2', 3) }),
  ]);
}
