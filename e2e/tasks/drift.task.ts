import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type ConsoleCaller, signIn } from '../console/console-caller.ts';
import { defineDemo, untilInStep } from '../demo/define-demo.ts';
import { cartVip, demoCluster, webVip } from '../demo/demo-definition.ts';
import { holdVip } from '../lab/hold-vip.ts';
import type { Director } from '../lab/namespaces.ts';
import { startAgent } from '../lab/start-agent.ts';
import { startTraffic, type Traffic } from '../lab/start-traffic.ts';
import { applyWithReason, row, signInAs } from './console-page.ts';
import { openSite, type TaskSite } from './open-site.ts';

/** Hand edits on a director, what people do about them, and revisions that go to one director first. */
test.describe.configure({ mode: 'serial' });

const foreignVip = '10.0.0.102';
const webPage = '/clusters/shop/services/tcp-10.0.0.100-80';
let site: TaskSite;
let caller: ConsoleCaller;
let page: Page;
let traffic: Traffic;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSite();
  const { username, password } = site.firstSignIn;
  caller = await signIn(site.console.url, username, password);
  const tokens = await defineDemo(caller);
  for (const [name, token] of tokens) await startAgent(site.lab, name, { token });
  await holdVip(site.lab, webVip);
  await holdVip(site.lab, foreignVip);
  await untilInStep(caller);
  page = await (await browser.newContext()).newPage();
  await signInAs(page, site.console.url, site.firstSignIn);
});
test.afterAll(async () => {
  await page?.context().close();
  await site?.close();
});

async function ipvsadm(director: Director, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await site.lab.exec(director, ['ipvsadm', ...words]);
  if (code !== 0) throw new Error(`ipvsadm ${words.join(' ')}: ${stderr}`);
  return stdout;
}

/** The rules of a kernel in an order of their own: the kernel's changes with each one that is added. */
const rulesOf = async (director: Director) => (await ipvsadm(director, '-Sn')).trim().split('\n').sort();

/** Changes a weight of the service web on lb1 beside Shoal. */
const weigh = (destination: string, weight: number) =>
  ipvsadm('lb1', '-e', '-t', `${webVip}:80`, '-r', destination, '-g', '-w', String(weight));

async function openDrift(): Promise<void> {
  await page.goto(`${site.console.url}/directors/lb1?tab=drift`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
}

const drawer = () => page.getByRole('dialog');

/** A place that differs, on the drift tab. */
const place = (text: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('table') })
    .filter({ hasText: text });

/** Leads the service's page to the preview of another scheduler. */
async function reschedule(scheduler: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit…', exact: true }).first().click();
  await drawer().getByLabel('Scheduler', { exact: true }).selectOption(scheduler);
  await drawer().getByRole('button', { name: 'Preview' }).click();
}

async function goFirst(director: Director): Promise<void> {
  await drawer().getByLabel('The director that goes first').selectOption(director);
  await expect(drawer().getByText(`The others wait until ${director} has applied it`, { exact: false })).toBeVisible();
}

test('a hand edit shows from three sides within 3 seconds, and is adopted: the other director gets it', async () => {
  await openDrift();
  await expect(page.getByText('The kernel agrees with the definition.')).toBeVisible();
  await weigh('10.0.0.21:80', 7);
  await expect(place('10.0.0.21:80')).toBeVisible({ timeout: 3_000 });
  await expect(place('10.0.0.21:80').getByRole('cell')).toHaveText(['1', '1', '7']);
  await expect(page.getByText(`ipvsadm -e -t ${webVip}:80 -r 10.0.0.21:80 -g -w 1`).last()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes])).toEqual([]);

  await place('10.0.0.21:80').getByRole('button', { name: 'Adopt…' }).click();
  await expect(drawer().getByText(`ipvsadm -e -t ${webVip}:80 -r 10.0.0.21:80 -g -w 7`)).toHaveCount(1);
  await applyWithReason(page, 'rs1 is the larger one', 2);
  expect(await ipvsadm('lb2', '-Sn')).toContain('-r 10.0.0.21:80 -g -w 7');
  const { definition, revision } = await caller.definition.current.query({ cluster: demoCluster });
  expect(revision).toBe(2);
  expect(definition.services[0]?.destinations[0]?.weight).toBe(7);
  await expect(page.getByText('The kernel agrees with the definition.')).toBeVisible();
});

test('of several differences one is re-applied, and the others are left alone', async () => {
  await weigh('10.0.0.22:80', 9);
  await ipvsadm('lb1', '-a', '-t', `${webVip}:80`, '-r', '10.0.0.23:80', '-g', '-w', '2');
  await ipvsadm('lb1', '-E', '-t', `${cartVip}:8080`, '-s', 'rr', '-p', '10');
  await expect(page.getByText('3 places differ from the definition')).toBeVisible({ timeout: 3_000 });
  await place('10.0.0.22:80').getByRole('button', { name: 'Re-apply…' }).click();
  await expect(drawer().getByText(`ipvsadm -e -t ${webVip}:80 -r 10.0.0.22:80 -g -w 3`)).toBeVisible();
  await expect(drawer().getByText('10.0.0.23:80')).toHaveCount(0);
  await applyWithReason(page, 'nobody knows why', 2);
  const rules = await ipvsadm('lb1', '-Sn');
  expect(rules).toContain('-r 10.0.0.22:80 -g -w 3');
  expect(rules).toContain('-r 10.0.0.23:80 -g -w 2');
  expect(rules).toContain(`-A -t ${cartVip}:8080 -s rr -p 10`);
  await expect(page.getByText('2 places differ from the definition')).toBeVisible();
});

test('the rest is ignored with a reason, which others see and can take back', async () => {
  await page.getByLabel('All', { exact: true }).check();
  await page.getByRole('button', { name: 'Ignore 2…' }).click();
  await drawer().getByLabel('Reason').fill('a trial until Friday');
  await drawer().getByRole('button', { name: 'Ignore', exact: true }).click();
  await expect(drawer()).toHaveCount(0);
  await expect(page.getByText('The kernel agrees with the definition.')).toBeVisible();
  const ignored = page.getByRole('region', { name: 'Ignored' }).getByRole('listitem');
  await expect(ignored.filter({ hasText: '“a trial until Friday”' })).toHaveCount(2);
  expect(await ipvsadm('lb1', '-Sn')).toContain('-r 10.0.0.23:80 -g -w 2');

  await ignored.filter({ hasText: cartVip }).getByRole('button', { name: 'Stop ignoring…' }).click();
  await drawer().getByLabel('Reason').fill('it was wrr for a reason');
  await drawer().getByRole('button', { name: 'Stop ignoring' }).click();
  await expect(place(cartVip)).toBeVisible();
  await expect(ignored).toHaveCount(1);
});

test('where the policy is to repair, the director undoes a hand edit by itself', async () => {
  await page.goto(`${site.console.url}/clusters/shop?tab=settings`);
  await page.getByLabel('When a kernel differs from the definition').selectOption('repair');
  await page.getByRole('button', { name: 'Preview…' }).click();
  await applyWithReason(page, 'hands off', 2);
  await expect.poll(() => ipvsadm('lb1', '-Sn')).toContain(`-A -t ${cartVip}:8080 -s wrr -p 10`);
  await weigh('10.0.0.21:80', 1);
  await expect.poll(() => ipvsadm('lb1', '-Sn')).toContain('-r 10.0.0.21:80 -g -w 7');
  // What was left on purpose is left by it, too.
  expect(await ipvsadm('lb1', '-Sn')).toContain('-r 10.0.0.23:80 -g -w 2');
  // The audit log is told of repairs at the next look, and its page is not a live one.
  await expect(async () => {
    await page.goto(`${site.console.url}/audit`);
    await expect(row(page, 'repaired a drift').first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test('a foreign service is taken over as it stands, and its connections go on', async () => {
  await ipvsadm('lb1', '-A', '-t', `${foreignVip}:80`, '-s', 'wlc', '-p', '360', '-M', '255.255.255.0');
  for (const server of ['21', '22'])
    await ipvsadm('lb1', '-a', '-t', `${foreignVip}:80`, '-r', `10.0.0.${server}:80`, '-g', '-w', '2');
  const target = { host: foreignVip, port: 80 };
  traffic = await startTraffic(site.lab, 'c1', { target, requestsPerSecond: 10, held: 10, meanLifeSeconds: 600 });
  await traffic.nextReport();
  const before = await rulesOf('lb1');
  await openDrift();
  const foreign = page.getByRole('region', { name: 'Foreign services' });
  await foreign.getByRole('listitem').filter({ hasText: foreignVip }).getByRole('button').click();
  await expect(drawer().getByLabel(`Name of TCP ${foreignVip}:80`)).toHaveValue(`tcp-${foreignVip}-80`);
  await drawer().getByLabel(`Name of TCP ${foreignVip}:80`).fill('legacy');
  await drawer().getByRole('button', { name: 'Preview' }).click();
  await expect(drawer().getByText('Nothing to do: the kernel agrees already.')).toHaveCount(1);
  await applyWithReason(page, 'ours from now on', 2);
  await expect(foreign.getByText('Every service in its kernel is Shoal’s.')).toBeVisible();
  expect(await rulesOf('lb1')).toEqual(before);
  expect(await ipvsadm('lb2', '-Sn')).toContain(`-A -t ${foreignVip}:80 -s wlc -p 360 -M 255.255.255.0`);
  const report = await traffic.stop();
  expect(report.failures).toEqual({});
});

test('a revision goes to the first director, and then to the rest', async () => {
  await page.goto(`${site.console.url}${webPage}`);
  await reschedule('wlc');
  await goFirst('lb1');
  await applyWithReason(page, 'least connections', 2);
  for (const director of ['lb1', 'lb2'] as const)
    expect(await ipvsadm(director, '-Sn')).toContain(`-A -t ${webVip}:80 -s wlc`);
});

test('what fails on the first director stops the rest, and can be gone back from', async () => {
  await page.goto(`${site.console.url}${webPage}`);
  await reschedule('twos');
  await goFirst('lb1');
  await drawer().getByLabel('Reason').fill('the better of two');
  await drawer().getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(drawer().getByText('Failed', { exact: true })).toBeVisible();
  await page.goto(`${site.console.url}/clusters/shop?tab=directors`);
  const { revision } = await caller.definition.current.query({ cluster: demoCluster });
  await expect(
    page.getByText(`Revision ${revision} stopped on lb1. lb2 keeps revision ${revision - 1}.`),
  ).toBeVisible();
  await expect(row(page, 'lb2').getByText('Waiting', { exact: true })).toBeVisible();
  expect(await ipvsadm('lb2', '-Sn')).toContain(`-A -t ${webVip}:80 -s wlc`);
  await page.getByRole('button', { name: `Go back to revision ${revision - 1}…` }).click();
  await applyWithReason(page, 'this kernel has no twos', 2);
  await untilInStep(caller);
  for (const director of ['lb1', 'lb2'] as const)
    expect(await ipvsadm(director, '-Sn')).toContain(`-A -t ${webVip}:80 -s wlc`);
});
