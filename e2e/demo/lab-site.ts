import { holdVip } from '../lab/hold-vip.ts';
import { directors } from '../lab/namespaces.ts';
import { startAgent } from '../lab/start-agent.ts';
import { startFleet } from '../lab/start-fleet.ts';
import { startLab } from '../lab/start-lab.ts';
import { sourcesOf, startTraffic } from '../lab/start-traffic.ts';
import { cartVip, webVip } from './demo-definition.ts';
import type { Site } from './site.ts';

/** The demo on a real kernel: boots the lab with its real servers and VIPs. */
export async function openLabSite(onProgress: (what: string) => void): Promise<Site> {
  const lab = await startLab({ onProgress });
  try {
    onProgress('starting four real servers');
    await Promise.all([startFleet(lab), holdVip(lab, webVip).then(() => holdVip(lab, cartVip))]);
  } catch (error) {
    await lab.stop();
    throw error;
  }
  return {
    async enrol(consoleUrl, tokens) {
      lab.pointAtConsole(consoleUrl);
      for (const name of directors) {
        const token = tokens.get(name);
        if (token) await startAgent(lab, name, { token });
      }
    },
    async send() {
      const web = { host: webVip, port: 80 };
      await startTraffic(lab, 'c1', { target: web, requestsPerSecond: 20, held: 24, meanLifeSeconds: 90 });
      const cart = { host: cartVip, port: 8080 };
      await startTraffic(lab, 'c2', { target: cart, requestsPerSecond: 8, held: 6, sources: sourcesOf('c2', 2) });
    },
    died: lab.died,
    stop: () => lab.stop(),
  };
}
