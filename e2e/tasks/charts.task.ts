import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type ConsoleCaller, signIn } from '../console/console-caller.ts';
import { defineDemo, untilInStep } from '../demo/define-demo.ts';
import { demoCluster, webVip } from '../demo/demo-definition.ts';
import { holdVip } from '../lab/hold-vip.ts';
import type { LabProcess } from '../lab/lab.ts';
import { startAgent } from '../lab/start-agent.ts';
import { startTraffic } from '../lab/start-traffic.ts';
import { signInAs } from './console-page.ts';
import { openSite, type TaskSite } from './open-site.ts';

/** What charts say, beside what the kernel counts and what people did. */
test.describe.configure({ mode: 'serial' });

const web = '/clusters/shop/services/tcp-10.0.0.100-80?director=lb1';
const destinations = ['10.0.0.21:80', '10.0.0.22:80'];
const target = { kind: 'real-server' as const, name: 'rs2' };
let site: TaskSite;
let caller: ConsoleCaller;
let agent: LabProcess;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSite();
  const { username, password } = site.firstSignIn;
  caller = await signIn(site.console.url, username, password);
  agent = await startAgent(site.lab, 'lb1', { token: (await defineDemo(caller)).get('lb1') ?? '' });
  await holdVip(site.lab, webVip);
  await untilInStep(caller, 1);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  await signInAs(page, site.console.url, site.firstSignIn);
});
test.afterAll(async () => {
  await page?.context().close();
  await site?.close();
});

const chart = (name: string) => page.getByRole('slider', { name, exact: true });
const section = () => page.getByRole('region', { name: 'Charts' });
const happened = () => page.getByRole('region', { name: 'What happened' });

async function openCharts(path = web): Promise<void> {
  await page.goto(site.console.url + path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await section().scrollIntoViewIfNeeded();
  await expect(chart('New connections')).toBeVisible();
}

type Numbers = readonly (number | null)[];

/** The numbers behind a chart, oldest first: when each point begins, and a column each, null where nothing is known. */
async function numbersOf(name: string): Promise<{ times: number[]; columns: Map<string, Numbers> }> {
  await page.getByRole('button', { name: `Numbers of ${name} as a table` }).click();
  const drawer = page.getByRole('dialog', { name: `${name}, in numbers` });
  await drawer.getByRole('button', { name: 'Copy as CSV' }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  const [heads = [], ...newestFirst] = text.split('\r\n').map((line) => line.split(','));
  const lines = newestFirst.reverse();
  const columns = heads.slice(1).map((head, at): [string, Numbers] => {
    return [head, lines.map((line) => (line[at + 1] ? Number(line[at + 1]) : null))];
  });
  return { times: lines.map((line) => Date.parse(line[0] ?? '')), columns: new Map(columns) };
}

const sum = (list: Numbers) => list.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Connections that the kernel counted of each destination since the service was made. */
async function countedConns(): Promise<number[]> {
  const { stdout } = await site.lab.exec('lb1', ['ipvsadm', '-Ln', '--stats', '--exact', '-t', `${webVip}:80`]);
  return destinations.map((key) => {
    const line = stdout.split('\n').find((one) => one.includes(`-> ${key}`));
    return Number(line?.trim().split(/\s+/)[2]);
  });
}

async function violations(): Promise<unknown[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

/** What came while clients asked for some seconds, of each destination: as the kernel counted it, and in the chart. */
async function burst(): Promise<{ counted: number[]; charted: Numbers[]; shares: Numbers[] }> {
  const before = await countedConns();
  const began = Date.now();
  const traffic = await startTraffic(site.lab, 'c1', { target: { host: webVip, port: 80 }, requestsPerSecond: 30 });
  for (let second = 0; second < 5; second++) await traffic.nextReport();
  await traffic.stop();
  const ended = Date.now();
  await expect
    .poll(async () => (await numbersOf('New connections')).times.at(-1), { timeout: 20_000 })
    .toBeGreaterThan(ended + 6_000);
  // Not before: what ipvsadm shows, the kernel adds up every 2 s (net/netfilter/ipvs/ip_vs_est.c).
  const counted = (await countedConns()).map((conns, at) => conns - (before[at] ?? 0));
  const during = async (chartName: string) => {
    const { times, columns } = await numbersOf(chartName);
    // What rose between two samples is spread over the time between them, and they may be some seconds apart.
    const from = times.findIndex((time) => time >= began - 4_000);
    const to = times.findIndex((time) => time > ended + 4_000);
    return destinations.map((key) => ([...columns].find(([head]) => head.includes(key))?.[1] ?? []).slice(from, to));
  };
  return { counted, charted: await during('New connections'), shares: await during('Share of new connections') };
}

test('the numbers of a chart add up to what the kernel counted, and shares are as it gave them', async () => {
  test.setTimeout(120_000);
  await openCharts();
  // Where a machine is so busy that samples are late there are gaps, and what came in them is in no chart.
  await expect(async () => {
    const { counted, charted, shares } = await burst();
    expect(charted.flat()).not.toContain(null);
    expect(sum(counted)).toBeGreaterThan(50);
    // A point is what rose in a second: its sum over the seconds is how many there were, but for what a sample that is
    // late by the console’s clock and not by the director’s makes of it.
    for (const [at, column] of charted.entries())
      expect(Math.abs(sum(column) / (counted[at] ?? 0) - 1), `of ${counted[at]}`).toBeLessThan(0.05);
    const best = shares.map((column) => Math.max(...column.map((value) => value ?? 0)));
    expect(best[0]).toBeCloseTo(0.25, 1);
    expect(best[1]).toBeCloseTo(0.75, 1);
  }).toPass({ timeout: 100_000 });
});

test('a drain stands in every chart and in the list below, and leads to its audit row', async () => {
  await caller.drains.start.mutate({ cluster: demoCluster, targets: [target], reason: 'a new disk' });
  const line = happened().getByRole('link').filter({ hasText: '“a new disk”' });
  await expect(line).toContainText('drained');
  await expect(line).toContainText('rs2');
  for (const name of ['Share of new connections', 'New connections', 'ActiveConn', 'Bytes']) {
    await chart(name).focus();
    await page.keyboard.press('PageUp');
    await expect(chart(name)).toHaveAttribute('aria-valuetext', /drained|applied an intent/);
    await page.keyboard.press('Escape');
  }
  await line.click();
  await expect(page.getByRole('dialog')).toContainText('a new disk');
  await page.goBack();
});

test('the keyboard moves one cursor over all charts', async () => {
  await openCharts();
  const newest = Number(await chart('ActiveConn').getAttribute('aria-valuemax'));
  await chart('ActiveConn').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(Number(await chart('ActiveConn').getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(newest - 12);
  await expect(chart('ActiveConn')).toHaveAttribute(
    'aria-valuetext',
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d.*sum \d+.*10\.0\.0\.22:80 \d+/,
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=.*to=/);
});

test('the range is in the URL: it survives a reload, drag zooms, and going back undoes it', async () => {
  await openCharts();
  await page.getByRole('radio', { name: '1 h', exact: true }).click();
  await expect(page).toHaveURL(/range=1h/);
  await page.reload();
  await section().scrollIntoViewIfNeeded();
  await expect(page.getByRole('radio', { name: '1 h', exact: true })).toBeChecked();
  const plot = chart('New connections').locator('.u-over');
  const box = await plot.boundingBox();
  if (!box) throw new Error('the chart has no plot');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.5, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, middle, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(page.getByRole('button', { name: 'Back to the last 1 h' })).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/);
  await expect(page.getByRole('radio', { name: '1 h', exact: true })).toBeChecked();
});

test('paused, nothing that happens is shown; resumed, it is', async () => {
  await openCharts();
  await expect(happened().getByText('“a new disk”').first()).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Resume' }).first()).toBeVisible();
  const from = Date.now();
  await caller.drains.end.mutate({ cluster: demoCluster, targets: [target], reason: 'the disk is in' });
  const returned = happened().getByRole('link').filter({ hasText: '“the disk is in”' });
  await expect
    .poll(async () => {
      const asked = { cluster: demoCluster, from: from - 5_000, to: Date.now() + 60_000 };
      return (await caller.history.annotations.query(asked)).annotations.map(({ kind }) => kind);
    })
    .toContain('return');
  await expect(returned).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(returned).toBeVisible();
});

test('a killed agent leaves a gap, and numbers go on after it', async () => {
  test.setTimeout(120_000);
  const killed = Date.now();
  agent.kill('SIGKILL');
  // The newest numbers grow old before it comes back.
  await expect(section().getByText(/^([6-9]|\d\d) s ago$/)).toBeVisible({ timeout: 20_000 });
  agent = await startAgent(site.lab, 'lb1');
  await expect
    .poll(
      async () => {
        const { times, columns } = await numbersOf('ActiveConn');
        const [whole = []] = columns.values();
        const since = whole.slice(times.findIndex((time) => time > killed - 3_000));
        return since.map((value) => (value === null ? '.' : '#')).join('');
      },
      { timeout: 60_000 },
    )
    .toMatch(/\.{5,}#/);
});

test('a destination’s sparkline opens its charts', async () => {
  await page.getByRole('button', { name: 'Charts of 10.0.0.22:80' }).click();
  const drawer = page.getByRole('dialog', { name: 'Destination 10.0.0.22:80 on lb1' });
  await expect(drawer.getByRole('slider', { name: 'PersistConn' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`charts and their tables have no axe violation in the ${colorScheme} theme, also on a phone`, async () => {
    await page.emulateMedia({ colorScheme });
    await openCharts();
    expect(await violations()).toEqual([]);
    await page.goto(`${site.console.url}${web}&numbers=share`);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [web, '/clusters/shop/real-servers/rs2', '/directors/lb1?tab=charts']) {
      await openCharts(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await violations()).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });
