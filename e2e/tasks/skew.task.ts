import { expect, type Page, test } from '@playwright/test';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { signIn } from '../console/console-caller.ts';
import { untilInStep } from '../demo/define-demo.ts';
import { holdVip } from '../lab/hold-vip.ts';
import { publicAddress, type RealServer } from '../lab/namespaces.ts';
import { startAgent } from '../lab/start-agent.ts';
import { sourcesOf, startTraffic } from '../lab/start-traffic.ts';
import { applyWithReason, signInAs } from './console-page.ts';
import { openSite, type TaskSite } from './open-site.ts';

/** Why the balance is off, as the kernel makes it so, and what Shoal’s own buttons do about it. */
test.describe.configure({ mode: 'serial' });

const cluster = 'db';
/** The case that started it: two healthy real servers, one with nothing, one with everything. */
const databaseVip = '172.168.1.50';
const hashVip = '10.0.0.100';
const limitVip = '10.0.0.101';
let site: TaskSite;
let page: Page;

const destinations = (servers: readonly RealServer[], port: number, upperThreshold = 0) =>
  servers.map((server, index) => ({
    address: publicAddress(server),
    ...{ port, forwarding: 'direct-routing', weight: 1, upperThreshold: index === 0 ? upperThreshold : 0 },
  }));

const definition = definitionSchema.parse({
  realServers: [],
  services: [
    {
      name: 'mysql',
      key: { kind: 'address', protocol: 'TCP', address: databaseVip, port: 3307 },
      ...{ scheduler: 'wrr', persistence: { timeout: 10, netmask: 32 } },
      destinations: destinations(['rs1', 'rs2'], 3307),
    },
    {
      name: 'hashed',
      key: { kind: 'address', protocol: 'TCP', address: hashVip, port: 80 },
      scheduler: 'sh',
      destinations: destinations(['rs3', 'rs4'], 80),
    },
    {
      name: 'limited',
      key: { kind: 'address', protocol: 'TCP', address: limitVip, port: 8080 },
      scheduler: 'rr',
      destinations: destinations(['rs3', 'rs4'], 8080, 20),
    },
  ],
});

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSite();
  const { username, password } = site.firstSignIn;
  const caller = await signIn(site.console.url, username, password);
  await caller.clusters.create.mutate({ name: cluster });
  const reason = 'a new cluster';
  const change = { kind: 'replace' as const, definition };
  const applied = await caller.definition.applyChange.mutate({ cluster, base: 0, change, reason });
  expect(applied.ok).toBe(true);
  const { token } = await caller.directors.token.mutate({ cluster, name: 'lb1', reason });
  await startAgent(site.lab, 'lb1', { token });
  for (const vip of [databaseVip, hashVip, limitVip]) await holdVip(site.lab, vip);
  await site.lab.exec('gw', ['ip', 'route', 'replace', `${databaseVip}/32`, 'dev', 'eth0']);
  await untilInStep(caller, 1);
  await startTraffic(site.lab, 'c2', {
    ...{ target: { host: databaseVip, port: 3307 }, sources: sourcesOf('c2', 1) },
    ...{ requestsPerSecond: 25, held: 18 },
  });
  const [first = '', ...others] = sourcesOf('c1');
  await startTraffic(site.lab, 'c1', {
    ...{ target: { host: hashVip, port: 80 }, sources: [first], requestsPerSecond: 20 },
  });
  await startTraffic(site.lab, 'c1', {
    ...{ target: { host: limitVip, port: 8080 }, sources: others, requestsPerSecond: 10 },
  });
  page = await browser.newPage();
  await signInAs(page, site.console.url, site.firstSignIn);
});
test.afterAll(async () => {
  await page?.close();
  await site?.close();
});

const openService = (slug: string) => page.goto(`${site.console.url}/clusters/${cluster}/services/${slug}`);
const drawer = () => page.getByRole('dialog');
/** Of each destination, the one with most first: counted, as it is, then; in percent. */
async function sharesIn(place: ReturnType<typeof drawer>): Promise<string[][]> {
  const rows = await place.getByRole('region', { name: 'Shares of new connections' }).getByRole('row').all();
  const cells = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
  return cells.map((texts) => texts.slice(1, 4)).toSorted((a, b) => Number(b[0]) - Number(a[0]));
}
const verdict = (word: string) => page.getByText(word, { exact: true }).first();

test('wrr with persistence and one client network: the cause is named, with its numbers and remedies', async () => {
  await openService('tcp-172.168.1.50-3307');
  await expect(
    page.getByText(/10\.0\.0\.2[12]:3307 gets 100\.0 % of new connections, 50\.0 % expected: persistence/),
  ).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/One client network holds 100 % of the templates/)).toBeVisible();
  await expect(page.getByText(/Remove it or shorten it, or use mh/)).toBeVisible();
  await expect(page.getByText('max/mean 2.00 · Jain 0.50 · CV 1.00')).toBeVisible();
  await expect(verdict('Skewed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Preview: mh with port, no persistence' })).toBeVisible();
});

test('what-if replays its recent traffic: as it is it gives what was counted, and without persistence even shares', async () => {
  await page.getByRole('button', { name: 'What if…' }).click();
  await expect(drawer().getByText(/connections of 1 client, which came to lb1 within/)).toBeVisible({
    timeout: 20_000,
  });
  const alternatives = drawer().getByRole('region', { name: 'Ways to schedule it' });
  const even = (name: string) =>
    alternatives
      .getByRole('row')
      .filter({ has: page.getByRole('radio', { name, exact: true }) })
      .getByRole('cell')
      .first();
  await expect(even('wrr persistent 10 as it is')).toHaveText('2.00');
  await expect(even('mh persistent 10 (mh-port)')).toHaveText('2.00');
  await drawer().getByRole('radio', { name: 'without' }).click();
  await expect(even('wrr persistent 10 as it is')).toHaveText('2.00');
  await expect(even('wrr')).toHaveText(/^1\.0/);
  await expect(even('sh')).toHaveText('2.00');
  await alternatives.getByRole('radio', { name: 'wrr', exact: true }).check();
  const [busy = [], idle = []] = await sharesIn(drawer());
  // Counted, as it is, then.
  expect(busy.slice(0, 2)).toEqual(['100.0', '100.0']);
  expect(idle.slice(0, 2)).toEqual(['0.0', '0.0']);
  expect(Math.abs(Number(busy[2]) - Number(idle[2]))).toBeLessThan(4);
  await drawer().getByRole('button', { name: 'Preview this change' }).click();
  await expect(drawer().getByText(`ipvsadm -E -t ${databaseVip}:3307 -s wrr`).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer()).toHaveCount(0);
});

test('its button opens the plan without persistence, and after it the page shows the balance return', async () => {
  await page.getByRole('button', { name: 'Preview: remove persistence' }).click();
  await expect(drawer().getByText(`ipvsadm -E -t ${databaseVip}:3307 -s wrr`).first()).toBeVisible();
  await drawer().getByRole('button', { name: 'Replay on lb1' }).click();
  await expect.poll(async () => (await sharesIn(drawer()))[0]?.[1], { timeout: 20_000 }).toBe('100.0');
  await applyWithReason(page, 'one client network has all of it', 1);
  const { stdout } = await site.lab.exec('lb1', ['ipvsadm', '-Sn']);
  expect(stdout).toMatch(/^-A -t 172\.168\.1\.50:3307 -s wrr *$/m);
  await expect(verdict('Balanced')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(/gets 100\.0 % of new connections/)).toHaveCount(0);
  await expect(page.getByText('Nothing is wrong.')).toBeVisible();
});

test('sh with one client address: hashing the port, too, balances it', async () => {
  await openService('tcp-10.0.0.100-80');
  await expect(page.getByText(/50\.0 % expected: sh over few client addresses/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Preview: hash the port, too' }).click();
  await expect(drawer().getByText(`ipvsadm -E -t ${hashVip}:80 -s sh -b sh-port`).first()).toBeVisible();
  await applyWithReason(page, 'one proxy asks for all of them', 1);
  await expect(verdict('Balanced')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('Nothing is wrong.')).toBeVisible();
});

test('an upper threshold that is reached: the destination that takes nothing more is named, and nothing else is', async () => {
  await openService('tcp-10.0.0.101-8080');
  await expect(page.getByText('10.0.0.23:8080 takes no new connections: its upper threshold is 20')).toBeVisible();
  await expect(page.getByRole('list').getByText('Warning')).toHaveCount(1);
  await page.getByRole('button', { name: 'Preview: no thresholds' }).click();
  await applyWithReason(page, 'the server can take more', 1);
  await expect(page.getByText(/takes no new connections/)).toHaveCount(0, { timeout: 15_000 });
});
