import { chromium, type Page } from '@playwright/test';
import type { Change } from '../../domain/definition/change.ts';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { chromiumProgram } from '../browser/chromium-program.ts';
import { untilInStep } from '../demo/define-demo.ts';
import { demoCluster } from '../demo/demo-definition.ts';
import { debianEnvironment } from '../lab/debian-program.ts';
import { signInAs } from '../tasks/console-page.ts';
import { openSimulated, type SimulatedSite } from '../tasks/open-simulated.ts';
import type { Figure } from './figure.ts';
import { type MainThread, mainThread } from './main-thread.ts';
import { median } from './median.ts';
import { percentile } from './percentile.ts';

/** Each is looked at so often, in turn: what else a machine does falls on all of them. */
const rounds = 3;
const seconds = 8;
const scrolled = 12;

const list = `/clusters/${demoCluster}`;
const wide = `${list}/services/tcp-10.9.0.1-80`;

/**
 * What pages that show live numbers ask of a browser’s main thread: sparklines, charts, and a long table that is
 * scrolled while its numbers change. Two simulated directors send the numbers, as the kernel would.
 */
export async function screenFigures(onProgress: (what: string) => void): Promise<Figure[]> {
  const site = await openSimulated();
  const browser = await chromium.launch({
    executablePath: chromiumProgram() ?? '',
    env: debianEnvironment() as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1900 } });
    await signInAs(page, site.console.url, site.administrator);
    await define(site, 1, services(50, 60));
    await untilLive(page, site, list);
    onProgress('the main thread with 50 live sparklines, and without');
    const lines = await inTurn(page, site, { on: list, off: `${list}?hide=trend` });
    onProgress('the main thread with live charts of 60 destinations');
    await page.setViewportSize({ width: 1440, height: 900 });
    const charts = await inTurn(page, site, { on: wide });
    onProgress('1,000 live rows');
    await define(site, 2, services(1000, 60));
    await untilLive(page, site, list);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const rows = await mainThread(page, 20);
    const [frames, work] = await Promise.all([scrollTimes(page), mainThread(page, scrolled)]);
    return [
      shareFigure('50 live sparklines, of the main thread', lines),
      chartFigure(charts),
      rowsFigure(rows),
      scrollFigure(frames, work),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** One with many destinations, and others with one each. */
function services(count: number, destinations: number): Change {
  const to = (number: number) => ({
    address: `10.8.${Math.floor(number / 250)}.${1 + (number % 250)}`,
    ...{ port: 80, forwarding: 'direct-routing', weight: 1 },
  });
  const service = (number: number) => ({
    name: `s${number}`,
    key: {
      ...{ kind: 'address', protocol: 'TCP', port: 80 },
      address: `10.9.${Math.floor(number / 250)}.${1 + (number % 250)}`,
    },
    scheduler: 'wrr',
    destinations: number === 0 ? Array.from({ length: destinations }, (_, at) => to(at)) : [to(number)],
  });
  const all = Array.from({ length: count }, (_, number) => service(number));
  return { kind: 'replace', definition: definitionSchema.parse({ realServers: [], services: all }) };
}

async function define(site: SimulatedSite, base: number, change: Change): Promise<void> {
  const preview = await site.caller.definition.preview.query({ cluster: demoCluster, base, change });
  const confirm = 'confirm' in preview ? preview.confirm : null;
  const applied = await site.caller.definition.applyChange.mutate({
    ...{ cluster: demoCluster, base, change, reason: 'bench' },
    ...(confirm ? { confirm } : {}),
  });
  if (!applied.ok) throw new Error(`the bench’s definition was refused: ${JSON.stringify(applied).slice(0, 500)}`);
  await untilInStep(site.caller);
}

async function untilLive(page: Page, site: SimulatedSite, path: string): Promise<void> {
  await page.goto(site.console.url + path);
  await page.getByText('Live', { exact: true }).waitFor();
}

interface Turn {
  readonly on: string;
  readonly off?: string;
}

interface Compared {
  readonly on: readonly MainThread[];
  readonly off: readonly MainThread[];
}

async function inTurn(page: Page, site: SimulatedSite, { on, off }: Turn): Promise<Compared> {
  const seen = { on: [] as MainThread[], off: [] as MainThread[] };
  for (let round = 0; round < rounds; round++)
    for (const which of off ? (['on', 'off'] as const) : (['on'] as const)) {
      await untilLive(page, site, which === 'on' ? on : (off ?? on));
      if (!off) await page.locator('#charts').scrollIntoViewIfNeeded();
      // Hydration and the first paints are no part of it.
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      seen[which].push(await mainThread(page, seconds));
    }
  return seen;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const busy = (all: readonly MainThread[]) => median(all.map((one) => one.busy));

function shareFigure(name: string, { on, off }: Compared): Figure {
  const share = busy(on) - busy(off);
  return {
    name,
    value: percent(share),
    goal: { text: '≤ 3 %', met: share <= 0.03 },
    behind: `${percent(busy(on))} with them, ${percent(busy(off))} without, medians of ${rounds} × ${seconds} s each`,
  };
}

function chartFigure({ on }: Compared): Figure {
  const script = median(on.map((one) => one.script));
  return {
    name: 'page of 60 destinations with 7 live charts, of the main thread',
    value: percent(busy(on)),
    goal: null,
    behind: `${script.toFixed(0)} ms a second in JavaScript, medians of ${rounds} × ${seconds} s`,
  };
}

function rowsFigure(rows: MainThread): Figure {
  return {
    name: 'list of 1,000 live services, of the main thread',
    value: percent(rows.busy),
    goal: null,
    behind: `${rows.script.toFixed(0)} ms a second in JavaScript, ${rows.layout.toFixed(0)} in styles and layout, over 20 s`,
  };
}

/** Milliseconds from frame to frame while the list is scrolled by some pixels in each. */
function scrollTimes(page: Page): Promise<number[]> {
  return page.getByRole('region', { name: 'Services' }).evaluate(async (box, duration) => {
    const times: number[] = [];
    const end = performance.now() + duration;
    let last = await new Promise<number>(requestAnimationFrame);
    for (let way = 24; last < end; ) {
      box.scrollTop += way;
      if (box.scrollTop <= 0 || box.scrollTop + box.clientHeight >= box.scrollHeight - 1) way = -way;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  }, scrolled * 1000);
}

function scrollFigure(times: readonly number[], work: MainThread): Figure {
  const p95 = percentile(times, 0.95);
  const perFrame = (work.busy * scrolled * 1000) / times.length;
  const [p50, p99, worst] = [percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)];
  return {
    name: 'frames while 1,000 live rows are scrolled, p95',
    value: `${p95.toFixed(0)} ms`,
    goal: { text: '≤ 34 ms', met: p95 <= 34 },
    behind: `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, worst ${worst.toFixed(0)} ms, of ${times.length} in ${scrolled} s; ${perFrame.toFixed(1)} ms of the main thread’s processor time a frame`,
  };
}
