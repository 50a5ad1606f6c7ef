import { chromium, type Page } from '@playwright/test';
import { chromiumProgram } from '../browser/chromium-program.ts';
import { type ConsoleCaller, signIn } from '../console/console-caller.ts';
import { defineDemo, untilInStep } from '../demo/define-demo.ts';
import { demoCluster, webVip } from '../demo/demo-definition.ts';
import { debianEnvironment } from '../lab/debian-program.ts';
import { holdVip } from '../lab/hold-vip.ts';
import { startAgent } from '../lab/start-agent.ts';
import { startTraffic } from '../lab/start-traffic.ts';
import { signInAs } from '../tasks/console-page.ts';
import { openSite, type TaskSite } from '../tasks/open-site.ts';
import type { Figure } from './figure.ts';
import { percentile } from './percentile.ts';

const drains = 60;
const edits = 60;

/** Figures of the whole path, from a click or a kernel's number to what a browser shows, under some traffic. */
export async function browserFigures(onProgress: (what: string) => void): Promise<Figure[]> {
  const site = await openSite();
  const browser = await chromium.launch({
    executablePath: chromiumProgram() ?? '',
    env: debianEnvironment() as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const caller = await signIn(site.console.url, site.firstSignIn.username, site.firstSignIn.password);
    const token = (await defineDemo(caller)).get('lb1');
    if (!token) throw new Error('lb1 has no token');
    await startAgent(site.lab, 'lb1', { token });
    await holdVip(site.lab, webVip);
    await untilInStep(caller, 1);
    await startTraffic(site.lab, 'c1', { target: { host: webVip, port: 80 }, requestsPerSecond: 20, held: 20 });
    const page = await browser.newPage();
    await signInAs(page, site.console.url, site.firstSignIn);
    onProgress(`${drains} drains, from the click to the read-back`);
    const clicked = await drainTimes(page, site, caller);
    onProgress(`${edits} hand edits, from the kernel to the page`);
    const seen = await pixelTimes(page, site);
    return [
      milliseconds('drain click to weight 0 read back, p99', 300, clicked),
      milliseconds('kernel to pixel at 1 Hz, p99', 1500, seen),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

const servicePage = '/clusters/shop/services/tcp-10.0.0.100-80?director=lb1';

/** Milliseconds from the click on Apply until the drawer says that the kernel's read-back agrees. */
async function drainTimes(page: Page, site: TaskSite, caller: ConsoleCaller): Promise<number[]> {
  const target = { kind: 'real-server' as const, name: 'rs2' };
  const times: number[] = [];
  for (let drain = 0; drain < drains; drain++) {
    await page.goto(`${site.console.url}/clusters/shop/real-servers/rs2`);
    await page.getByRole('button', { name: 'Drain…' }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Reason').fill('bench');
    const apply = drawer.getByRole('button', { name: 'Apply', exact: true });
    times.push(
      await apply.evaluate((button) => {
        return new Promise<number>((resolve) => {
          const clicked = performance.now();
          new MutationObserver((_, watch) => {
            if (!document.querySelector('[role=dialog]')?.textContent?.includes('read back: agrees')) return;
            watch.disconnect();
            resolve(performance.now() - clicked);
          }).observe(document.body, { childList: true, subtree: true, characterData: true });
          (button as HTMLElement).click();
        });
      }),
    );
    await caller.drains.end.mutate({ cluster: demoCluster, targets: [target], reason: 'bench' });
    await untilInStep(caller, 1);
  }
  return times;
}

/** Milliseconds from before ipvsadm is started on the director until the page calls the destination drifted, or not. */
async function pixelTimes(page: Page, site: TaskSite): Promise<number[]> {
  await page.goto(site.console.url + servicePage);
  const row = page.getByRole('row').filter({ hasText: '10.0.0.21:80' });
  await row.getByText('Serving').waitFor();
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const [weight, word] = edit % 2 === 0 ? ['7', 'Drifted'] : ['1', 'Serving'];
    const shown = row.evaluate(
      (element, expected) =>
        new Promise<number>((resolve) => {
          new MutationObserver((_, watch) => {
            if (!element.textContent?.includes(expected)) return;
            watch.disconnect();
            resolve(Date.now());
          }).observe(element, { childList: true, subtree: true, characterData: true });
        }),
      word,
    );
    const started = Date.now();
    await site.lab.exec('lb1', ['ipvsadm', '-e', '-t', `${webVip}:80`, '-r', '10.0.0.21:80', '-g', '-w', weight]);
    times.push((await shown) - started);
    // Edits fall anywhere between two samples.
    await new Promise((resolve) => setTimeout(resolve, 200 + ((edit * 617) % 1000)));
  }
  return times;
}

function milliseconds(name: string, most: number, times: readonly number[]): Figure {
  const p99 = percentile(times, 0.99);
  const [p50, worst] = [percentile(times, 0.5), Math.max(...times)].map((time) => time.toFixed(0));
  return {
    name,
    value: `${p99.toFixed(0)} ms`,
    goal: { text: `≤ ${most} ms`, met: p99 <= most },
    behind: `p50 ${p50} ms, worst ${worst} ms, of ${times.length}`,
  };
}
