import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { type ConsoleCaller, signIn } from '../console/console-caller.ts';
import { untilInStep } from '../demo/define-demo.ts';
import { holdVip } from '../lab/hold-vip.ts';
import { publicAddress, realServers } from '../lab/namespaces.ts';
import { startAgent } from '../lab/start-agent.ts';
import { startTraffic, type Traffic } from '../lab/start-traffic.ts';
import { signInAs } from './console-page.ts';
import { openSite, type TaskSite } from './open-site.ts';

/** New code on four real servers, wave by wave, as a person does it, while clients go on asking. */
test.describe.configure({ mode: 'serial' });

const cluster = 'shop';
const webVip = '10.0.0.100';
const testVip = '10.0.0.102';
let site: TaskSite;
let page: Page;
let traffic: Traffic;

const definition = definitionSchema.parse({
  realServers: realServers.map((name, index) => ({
    name,
    addresses: [publicAddress(name)],
    labels: [`rack=${index % 2 === 0 ? 'a' : 'b'}`],
  })),
  services: [
    {
      name: 'web',
      key: { kind: 'address', protocol: 'TCP', address: webVip, port: 80 },
      scheduler: 'rr',
      check: { kind: 'http', path: '/', interval: 1, timeout: 1, rise: 1, fall: 3 },
      destinations: realServers.map((server) => ({
        ...{ address: publicAddress(server), port: 80, forwarding: 'direct-routing', weight: 1 },
      })),
    },
  ],
});

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSite();
  const { username, password } = site.firstSignIn;
  const caller = await signIn(site.console.url, username, password);
  const reason = 'a new cluster';
  await caller.clusters.create.mutate({ name: cluster });
  const change = { kind: 'replace' as const, definition };
  const applied = await caller.definition.applyChange.mutate({ cluster, base: 0, change, reason });
  expect(applied.ok).toBe(true);
  const { token } = await caller.directors.token.mutate({ cluster, name: 'lb1', reason });
  await startAgent(site.lab, 'lb1', { token });
  for (const vip of [webVip, testVip]) await holdVip(site.lab, vip);
  await untilInStep(caller, 1);
  traffic = await startTraffic(site.lab, 'c1', { target: { host: webVip, port: 80 }, requestsPerSecond: 20 });
  page = await (await browser.newContext()).newPage();
  await signInAs(page, site.console.url, site.firstSignIn);
});
test.afterAll(async () => {
  await page?.context().close();
  await site?.close();
});

const act = async (name: string, reason: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
};
const violations = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
const wave = (number: number) => page.getByRole('region', { name: `Wave ${number}`, exact: true });
/** The weights of the kernel's destinations of a service, by the last byte of their address. */
async function weights(vip: string): Promise<Record<string, string>> {
  const { stdout } = await site.lab.exec('lb1', ['ipvsadm', '-Sn']);
  const lines = stdout.matchAll(new RegExp(`^-a -t ${vip}:80 -r 10\\.0\\.0\\.(\\d+):80 -g -w (\\d+)`, 'gm'));
  return Object.fromEntries([...lines].map(([, server, weight]) => [server, weight]));
}
/** Which of the real servers answer at an address, when asked so often. */
async function answering(vip: string, times: number): Promise<Set<string>> {
  const ask = `for i in $(seq ${times}); do curl -s -m 3 http://${vip}/; echo; done`;
  const { stdout } = await site.lab.exec('c2', ['bash', '-c', ask]);
  return new Set(stdout.match(/rs\d/g));
}

test('the form shows what it would do before it is started, and names what is wrong', async () => {
  await page.goto(`${site.console.url}/clusters/${cluster}?tab=releases`);
  await page.getByRole('button', { name: 'Release…' }).click();
  const dry = page.getByRole('region', { name: 'Dry run' });
  await expect(dry.getByText('Wave 2')).toBeVisible();
  await expect(dry.getByText(/at most 2 servers out at once/)).toBeVisible();
  await page.getByRole('radio', { name: 'By percent' }).click();
  await page.getByLabel('Percent in a wave').fill('0');
  await expect(page.getByLabel('Percent in a wave')).toHaveAccessibleDescription(/1/);
  await expect(page.getByRole('button', { name: 'Start the release' })).toHaveAccessibleDescription(
    'Mend what is marked.',
  );
  await page.getByRole('radio', { name: 'By label' }).click();
  await page.getByLabel('Label', { exact: true }).selectOption('rack');
  await expect(dry.getByText('rs3')).toBeVisible();
  await page.getByLabel('Put the drained servers behind a test virtual service').check();
  await page.getByLabel('Test VIP').fill(webVip);
  await page.getByLabel('Port', { exact: true }).fill('80');
  await page.getByLabel('Like the service').selectOption(`TCP ${webVip}:80`);
  await expect(page.getByLabel('Test VIP')).toHaveAccessibleDescription(/./);
  await page.getByLabel('Test VIP').fill(testVip);
  await page.getByLabel('Passing checks needed').fill('2');
  await page.getByLabel('Watch').fill('2');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations()).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
});

test('the first wave is drained and holds, and stands alone behind the test service', async () => {
  await page.getByLabel('Reason').fill('web 2.1');
  await page.getByRole('button', { name: 'Start the release' }).click();
  await expect(page.getByRole('heading', { name: 'web 2.1' })).toBeVisible();
  await expect(page.getByText(/Wave 1 is empty and holds: deploy to rs1, rs3, then continue/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(wave(1).getByText('Drained')).toHaveCount(2);
  await expect(wave(2).getByText('In service')).toHaveCount(2);
  expect(await weights(webVip)).toEqual({ 21: '0', 22: '1', 23: '0', 24: '1' });
  await expect(page.getByText(/can be tried at TCP 10\.0\.0\.102:80/)).toBeVisible();
  await expect.poll(() => weights(testVip)).toEqual({ 21: '1', 23: '1' });
  expect(await answering(testVip, 6)).toEqual(new Set(['rs1', 'rs3']));
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations()).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
});

test('continued, it is verified, brought back and watched; then the second wave goes out', async () => {
  await act('Continue', 'deployed to rack a');
  await expect(page.getByText(/Wave 2 is empty and holds: deploy to rs2, rs4/)).toBeVisible({ timeout: 45_000 });
  await expect(wave(1).getByText('Back in service')).toHaveCount(2);
  await expect.poll(() => weights(webVip)).toEqual({ 21: '1', 22: '0', 23: '1', 24: '0' });
  await expect(
    page
      .getByText('rs1, rs3 verified.')
      .or(page.getByText(/rs\d verified\./))
      .first(),
  ).toBeVisible();
});

test('halted it starts nothing, a reload shows the same, and resumed it goes on to its end', async () => {
  await act('Halt', 'lunch');
  await expect(
    page
      .getByText('Administrator halted it: lunch')
      .or(page.getByText(/halted it: lunch/))
      .first(),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await page.goto(`${site.console.url}/clusters/${cluster}`);
  await expect(page.getByText(/Release “web 2\.1”: Halted, wave 2 of 2/)).toBeVisible();
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await act('Resume', 'back from lunch');
  await act('Continue', 'deployed to rack b');
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 45_000 });
  expect(await weights(webVip)).toEqual({ 21: '1', 22: '1', 23: '1', 24: '1' });
  expect(await weights(testVip)).toEqual({});
});

test('another one is rolled back to all in service, in Chinese, on a phone', async ({ browser }) => {
  const phone = await (
    await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      storageState: await page.context().storageState(),
    })
  ).newPage();
  await phone.goto(`${site.console.url}/clusters/${cluster}/releases/new`);
  await phone.getByLabel('原因').fill('web 2.2');
  await phone.getByRole('button', { name: '开始发布' }).click();
  await expect(phone.getByText(/第 1 波已排空并停住/)).toBeVisible({ timeout: 30_000 });
  await phone.getByRole('button', { name: '回退' }).click();
  await phone.getByRole('dialog').getByLabel('原因').fill('坏了');
  await phone.getByRole('dialog').getByRole('button', { name: '回退' }).click();
  await expect(phone.getByText('已回退', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await weights(webVip)).toEqual({ 21: '1', 22: '1', 23: '1', 24: '1' });
  await phone.context().close();
});

test('the console is killed while a wave is out: traffic goes on, and so does the release, to its end', async () => {
  const { username, password } = site.firstSignIn;
  const settings = { verify: { passes: 1 }, watch: 1, ramp: 5 };
  const before = await signIn(site.console.url, username, password);
  const { id } = await before.releases.start.mutate({ cluster, settings, reason: 'web 2.3' });
  const state = async (caller: ConsoleCaller) => {
    const { status, wave, step } = (await caller.releases.get.query({ id })).state;
    return `${status} ${wave} ${step}`;
  };
  await expect.poll(() => state(before), { timeout: 30_000 }).toBe('running 0 hold');
  const { entries, plan } = await before.releases.get.query({ id });
  await site.killConsole();
  expect(await weights(webVip)).toEqual({ 21: '0', 22: '0', 23: '1', 24: '1' });
  await site.restartConsole();
  const caller = await signIn(site.console.url, username, password);
  const again = await caller.releases.get.query({ id });
  expect([again.entries, again.plan]).toEqual([entries, plan]);
  await caller.releases.continue.mutate({ id, reason: 'deployed', wave: 0 });
  await expect.poll(() => state(caller), { timeout: 45_000 }).toBe('running 1 hold');
  expect(await weights(webVip)).toEqual({ 21: '1', 22: '1', 23: '0', 24: '0' });
  await site.killConsole();
  await site.restartConsole();
  await (await signIn(site.console.url, username, password)).releases.continue.mutate({
    id,
    reason: 'deployed',
    wave: 1,
  });
  await expect.poll(() => state(caller), { timeout: 45_000 }).toBe('done 1 watch');
  expect(await weights(webVip)).toEqual({ 21: '1', 22: '1', 23: '1', 24: '1' });
});

test('not one request of a client failed', async () => {
  const { connections, failures } = await traffic.stop();
  expect(Object.keys(connections).toSorted()).toEqual([...realServers]);
  expect(failures).toEqual({});
});
