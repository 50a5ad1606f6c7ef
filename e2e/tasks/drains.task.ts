import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { type ConsoleCaller, signIn } from '../console/console-caller.ts';
import { untilInStep } from '../demo/define-demo.ts';
import { holdVip } from '../lab/hold-vip.ts';
import { publicAddress, realServers } from '../lab/namespaces.ts';
import { startAgent } from '../lab/start-agent.ts';
import { sourcesOf, startTraffic, type Traffic } from '../lab/start-traffic.ts';
import { applyWithReason, row, signInAs } from './console-page.ts';
import { openSite, type TaskSite } from './open-site.ts';

/** Taking real servers out and bringing them back, each way as an operator would, on a real kernel under traffic. */
test.describe.configure({ mode: 'serial' });

const cluster = 'shop';
const webVip = '10.0.0.100';
const cartVip = '10.0.0.101';
const web = `/clusters/${cluster}/services/tcp-10.0.0.100-80`;
const cart = `/clusters/${cluster}/services/tcp-10.0.0.101-8080`;
const weight = 10;
const timeout = 30;

let site: TaskSite;
let page: Page;
let caller: ConsoleCaller;
/** Short requests to web from many clients: not one may fail unless somebody cuts. */
let browsing: Traffic;
/** One client of the persistent service, which stays where its template says. */
let shopping: Traffic;

const destinations = (port: number) =>
  realServers.map((name) => ({ address: publicAddress(name), port, forwarding: 'direct-routing', weight }));

const definition = definitionSchema.parse({
  realServers: realServers.map((name, index) => ({
    name,
    addresses: [publicAddress(name)],
    labels: [`half=${index < 2 ? 1 : 2}`],
  })),
  services: [
    {
      name: 'web',
      key: { kind: 'address', protocol: 'TCP', address: webVip, port: 80 },
      scheduler: 'wrr',
      destinations: destinations(80),
    },
    {
      name: 'cart',
      key: { kind: 'address', protocol: 'TCP', address: cartVip, port: 8080 },
      ...{ scheduler: 'wrr', persistence: { timeout, netmask: 32 } },
      destinations: destinations(8080),
    },
  ],
});

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSite();
  const { username, password } = site.firstSignIn;
  caller = await signIn(site.console.url, username, password);
  await caller.clusters.create.mutate({ name: cluster });
  const reason = 'a new cluster';
  const change = { kind: 'replace' as const, definition };
  const applied = await caller.definition.applyChange.mutate({ cluster, base: 0, change, reason });
  expect(applied.ok).toBe(true);
  const { token } = await caller.directors.token.mutate({ cluster, name: 'lb1', reason });
  await startAgent(site.lab, 'lb1', { token });
  for (const vip of [webVip, cartVip]) await holdVip(site.lab, vip);
  await untilInStep(caller, 1);
  browsing = await startTraffic(site.lab, 'c1', {
    ...{ target: { host: webVip, port: 80 }, requestsPerSecond: 20 },
    // Held connections are ended by their clients: a drain that waits sees them go.
    ...{ held: 8, meanLifeSeconds: 4 },
  });
  shopping = await startTraffic(site.lab, 'c2', {
    ...{ target: { host: cartVip, port: 8080 }, requestsPerSecond: 8, sources: sourcesOf('c2', 1) },
  });
  page = await browser.newPage();
  await signInAs(page, site.console.url, site.firstSignIn);
});
test.afterAll(async () => {
  await page?.close();
  await site?.close();
});

const open = (path: string) => page.goto(site.console.url + path);
const drawer = () => page.getByRole('dialog');
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
const keyOf = (name: string, port: number) => `10.0.0.2${name.slice(-1)}:${port}`;
const line = (name: string) =>
  page.getByRole('region', { name: 'Out or on the way' }).getByRole('listitem').filter({ hasText: name });

/** The weight in the kernel; undefined where the destination isn't in the table. */
async function kernelWeight(destination: string): Promise<number | undefined> {
  const { stdout } = await site.lab.exec('lb1', ['ipvsadm', '-Sn']);
  const text = new RegExp(`-r ${destination} -g -w (\\d+)`).exec(stdout)?.[1];
  return text === undefined ? undefined : Number(text);
}

const quiescent = async () =>
  (await site.lab.exec('lb1', ['sysctl', '-n', 'net.ipv4.vs.expire_quiescent_template'])).stdout.trim();

/** Where the persistent client's requests of a second went. */
async function servedBy(): Promise<string[]> {
  const before = (await shopping.nextReport()).answers;
  const { answers } = await shopping.nextReport();
  return Object.keys(answers).filter((name) => (answers[name] ?? 0) > (before[name] ?? 0));
}

/** The real servers on which connections are held, as soon as they are so many. */
async function serversOf(held: Traffic, least: number): Promise<string[]> {
  const names = async () => Object.keys((await held.nextReport()).held);
  await expect.poll(async () => (await names()).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(least);
  return names();
}

async function shoppingServer(): Promise<string> {
  await expect.poll(async () => (await servedBy()).length, { timeout: 15_000 }).toBe(1);
  return (await servedBy())[0] ?? '';
}

async function drainFromCart(name: string): Promise<void> {
  await open(cart);
  await press(`Drain… ${keyOf(name, 8080)}`);
}

const violations = async (of: Page) =>
  (await new AxeBuilder({ page: of }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  );

async function returnAll(): Promise<void> {
  const { overlays } = await caller.view.cluster.query({ cluster });
  const targets = overlays.flatMap(({ kind, target }) => (kind === 'drain' ? [target] : []));
  if (targets.length > 0) await caller.drains.end.mutate({ cluster, targets, reason: 'the next task' });
}

test('waiting keeps the persistent client, and z undoes it on whatever page', async () => {
  const name = await shoppingServer();
  await drainFromCart(name);
  await expect(drawer().getByLabel('Wait for persistent clients')).toBeChecked();
  await expect(drawer().getByText(`1 persistent client may still come, for up to ${timeout} s`)).toBeVisible();
  await expect(drawer().getByText(`-r ${keyOf(name, 8080)} -g -w 0`)).toBeVisible();
  await applyWithReason(page, 'new disk', 1);
  expect(await kernelWeight(keyOf(name, 8080))).toBe(0);
  await expect(line(name).getByText('Draining')).toBeVisible();
  expect(await servedBy()).toEqual([name]);
  await page.getByRole('link', { name: 'Overview' }).first().click();
  await expect(page.getByText(`Draining ${keyOf(name, 8080)}`)).toBeVisible();
  await page.keyboard.press('z');
  await expect.poll(() => kernelWeight(keyOf(name, 8080))).toBe(weight);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a drain that waits shows what is left until it is drained, and not one request fails', async () => {
  await open(web);
  await press('Drain… 10.0.0.22:80');
  await expect(drawer().getByText('New ones go to the others at once.')).toBeVisible();
  await applyWithReason(page, 'new kernel', 1);
  await expect(line('rs2').getByText('Drained')).toBeVisible({ timeout: 45_000 });
  const { stdout } = await site.lab.exec('lb1', ['ipvsadm', '-Ln']);
  expect(stdout).toMatch(/10\.0\.0\.22:80 +Route +0 +0 /);
  expect((await browsing.nextReport()).failures).toEqual({});
});

test('it returns as a ramp: its weight rises to the written one', async () => {
  await line('rs2').getByRole('button', { name: 'Return rs2' }).click();
  await expect(drawer().getByText('“new kernel”')).toBeVisible();
  await drawer().getByLabel('Bring the weight back over').fill('10 s');
  await drawer().getByLabel('Reason').fill('done');
  await drawer().getByRole('button', { name: 'Apply', exact: true }).click();
  await expect.poll(async () => (await kernelWeight('10.0.0.22:80')) ?? 0).toBeGreaterThan(0);
  expect(await kernelWeight('10.0.0.22:80')).toBeLessThan(weight);
  await drawer().getByRole('button', { name: 'Done' }).click();
  await expect(line('rs2').getByText('Returning')).toBeVisible();
  await expect.poll(() => kernelWeight('10.0.0.22:80'), { timeout: 20_000 }).toBe(weight);
  await expect(line('rs2')).toHaveCount(0);
  expect((await browsing.nextReport()).failures).toEqual({});
});

test('elsewhere moves the persistent client, and the setting goes back when it ends', async () => {
  const name = await shoppingServer();
  expect(await quiescent()).toBe('0');
  await drainFromCart(name);
  await drawer().getByLabel('Send new connections elsewhere now').check();
  await expect(drawer().getByText('lb1: expire_quiescent_template 0 → 1 while this drain stands')).toBeVisible();
  await expect(drawer().getByText('It states expire_quiescent_template = 0')).toBeVisible();
  await applyWithReason(page, 'now, please', 1);
  expect(await quiescent()).toBe('1');
  await expect.poll(servedBy, { timeout: 15_000 }).not.toContain(name);
  expect((await shopping.nextReport()).failures).toEqual({});
  await returnAll();
  await expect.poll(quiescent).toBe('0');
});

test('cutting asks for the name, takes it out of the table, and undo brings it back as it was written', async () => {
  const held = await startTraffic(site.lab, 'c2', {
    ...{ target: { host: webVip, port: 80 }, requestsPerSecond: 0, held: 8, meanLifeSeconds: 600 },
  });
  const [name = ''] = await serversOf(held, 1);
  const key = keyOf(name, 80);
  await open(web);
  await press(`Drain… ${key}`);
  await drawer().getByLabel('Cut now').check();
  await expect(drawer().getByText(/connections? ends? now, whatever/)).toBeVisible();
  await drawer().getByLabel('Type web to confirm').fill('web');
  await drawer().getByLabel('Reason').fill('it is on fire');
  await drawer().getByRole('button', { name: 'Apply', exact: true }).click();
  await expect.poll(() => kernelWeight(key)).toBeUndefined();
  await drawer().getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => kernelWeight(key)).toBe(weight);
  await held.stop();
});

test('at its deadline a drain asks, cuts or gives up, and can be extended and cut', async () => {
  const held = await startTraffic(site.lab, 'c2', {
    ...{ target: { host: webVip, port: 80 }, requestsPerSecond: 0, held: 16, meanLifeSeconds: 600 },
  });
  await serversOf(held, realServers.length);
  await open(web);
  for (const [name, what] of [
    ['rs1', 'Ask'],
    ['rs3', 'Cut'],
    ['rs4', 'Give up'],
  ] as const) {
    await press(`Drain… ${keyOf(name, 80)}`);
    await drawer().getByLabel('Deadline', { exact: true }).fill('4 s');
    await drawer().getByLabel('If something is left by then').selectOption(what);
    await applyWithReason(page, `until then: ${what}`, 1);
  }
  await expect(line('rs1').getByText('Past its deadline')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('10.0.0.21:80 is not drained at its deadline')).toBeVisible();
  await expect.poll(() => kernelWeight(keyOf('rs3', 80)), { timeout: 15_000 }).toBeUndefined();
  await expect.poll(() => kernelWeight(keyOf('rs4', 80)), { timeout: 15_000 }).toBe(weight);
  await line('rs1').getByRole('button', { name: 'Extend rs1' }).click();
  await drawer().getByLabel('Reason').fill('one more batch');
  await drawer().getByRole('button', { name: 'Extend', exact: true }).click();
  await expect(line('rs1').getByText('Draining')).toBeVisible();
  await expect(line('rs1').getByText(/10 min left, then ask/)).toBeVisible();
  await line('rs1').getByRole('button', { name: 'Clients rs1' }).click();
  await expect(drawer().getByRole('row').filter({ hasText: '10.9.0.2' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await line('rs1').getByRole('button', { name: 'Cut now rs1' }).click();
  await drawer().getByLabel('Reason').fill('enough');
  await drawer().getByRole('button', { name: 'Cut now', exact: true }).click();
  await drawer().getByLabel('Type web to confirm').fill('web');
  await drawer().getByRole('button', { name: 'Cut now', exact: true }).click();
  await expect.poll(() => kernelWeight(keyOf('rs1', 80))).toBeUndefined();
  await held.stop();
  await returnAll();
  await expect.poll(() => kernelWeight(keyOf('rs1', 80))).toBe(weight);
});

test('one of several reasons ends, and it comes back when the last is gone', async () => {
  await caller.drains.start.mutate({
    ...{ cluster, reason: 'new memory' },
    targets: [{ kind: 'destination', service: 'TCP 10.0.0.100:80', destination: '10.0.0.22:80' }],
  });
  await open(`/clusters/${cluster}/real-servers/rs2`);
  await press('Drain…');
  await applyWithReason(page, 'new kernel', 1);
  await press('Return to service…');
  await drawer()
    .getByLabel(/new memory/)
    .uncheck();
  await expect(drawer().getByText('It stays out')).toBeVisible();
  await applyWithReason(page, 'the kernel is new', 1);
  expect(await kernelWeight('10.0.0.22:80')).toBe(0);
  expect(await kernelWeight('10.0.0.22:8080')).toBe(weight);
  await press('Return to service…');
  await applyWithReason(page, 'and the memory', 1);
  expect(await kernelWeight('10.0.0.22:80')).toBe(weight);
});

test('a half is drained by its label; the guard refuses it with its numbers, and an administrator may', async () => {
  await open(`/clusters/${cluster}?tab=settings`);
  await page.getByLabel('Least destinations that serve').fill('3');
  await press('Preview…');
  await applyWithReason(page, 'three can carry it', 1);
  await open(`/clusters/${cluster}?tab=real-servers`);
  await press('half=1 2');
  await expect(page.getByRole('row')).toHaveCount(3);
  await press('Drain 2…');
  await expect(drawer()).toHaveAccessibleName('Drain 2 real servers with half=1');
  await expect(drawer().getByText('2 would serve (4 now), at least 3 must.').first()).toBeVisible();
  await drawer().getByLabel('Reason').fill('the first half');
  await expect(drawer().getByRole('button', { name: 'Apply', exact: true })).toBeDisabled();
  await drawer()
    .getByLabel(/Go below the guard/)
    .check();
  await drawer().getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(drawer().getByText('read back: agrees')).toHaveCount(1);
  await drawer().getByRole('button', { name: 'Done' }).click();
  for (const name of ['rs1', 'rs2']) expect(await kernelWeight(keyOf(name, 80))).toBe(0);
  for (const name of ['rs3', 'rs4']) expect(await kernelWeight(keyOf(name, 80))).toBe(weight);
  await press('Return 2…');
  await applyWithReason(page, 'the first half is new', 1);
  await expect.poll(() => kernelWeight(keyOf('rs1', 80))).toBe(weight);
});

test('on a phone, two taps from the overview drain, and one undoes it; in Chinese too', async ({ browser }) => {
  const phone = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN' },
    storageState: await page.context().storageState(),
  });
  const hand = await phone.newPage();
  await hand.goto(site.console.url);
  await hand.getByText('4 台服务中').last().tap();
  await hand.getByRole('button', { name: '排空… rs4' }).tap();
  const dialog = hand.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('排空 rs4');
  expect(await hand.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await violations(hand)).toEqual([]);
  await dialog.getByLabel('原因').fill('换硬盘');
  await dialog.getByRole('button', { name: '应用', exact: true }).tap();
  await expect.poll(() => kernelWeight(keyOf('rs4', 80))).toBe(0);
  await dialog.getByRole('button', { name: '完成' }).tap();
  await expect(hand.getByRole('button', { name: '撤销' })).toBeVisible();
  expect(await violations(hand)).toEqual([]);
  await hand.getByRole('button', { name: '撤销' }).tap();
  await expect.poll(() => kernelWeight(keyOf('rs4', 80))).toBe(weight);
  await phone.close();
});

test('the row of a destination keeps its place while it drains', async () => {
  await open(web);
  await expect(row(page, '10.0.0.21:80')).toBeVisible();
  const before = await page.getByRole('row').allTextContents();
  await page.getByRole('row').nth(1).hover();
  await press('Drain… 10.0.0.21:80');
  await applyWithReason(page, 'the last one', 1);
  const order = (texts: string[]) => texts.map((text) => /10\.0\.0\.2\d:80/.exec(text)?.[0]);
  expect(order(await page.getByRole('row').allTextContents())).toEqual(order(before));
  await returnAll();
});
