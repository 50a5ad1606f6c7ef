import { expect, type Page, test } from '@playwright/test';
import { holdVip } from '../lab/hold-vip.ts';
import type { LabProcess } from '../lab/lab.ts';
import { consoleInLab } from '../lab/namespaces.ts';
import { projectNode } from '../lab/project-root.ts';
import { startAgent } from '../lab/start-agent.ts';
import { startTraffic, type Traffic } from '../lab/start-traffic.ts';
import { applyWithReason, row, signInAs } from './console-page.ts';
import { openSite, type TaskSite } from './open-site.ts';

/** An operator's first day, from the first sign-in to the audit log, on a real kernel with real traffic. */
test.describe.configure({ mode: 'serial' });

const vip = '10.0.0.100';
// The director is named, so that the page stays with it while its agent is gone.
const servicePage = '/clusters/shop/services/tcp-10.0.0.100-80?director=lb1';
let site: TaskSite;
let page: Page;
let traffic: Traffic;
const agents = new Map<string, LabProcess>();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSite();
  page = await browser.newPage();
});
test.afterAll(async () => {
  await page?.close();
  await site?.close();
});

const ipvsadm = async (...words: string[]) => {
  const { code, stdout, stderr } = await site.lab.exec('lb1', ['ipvsadm', ...words]);
  if (code !== 0) throw new Error(`ipvsadm ${words.join(' ')}: ${stderr}`);
  return stdout;
};

/** The weight in the kernel of lb1, as ipvsadm -Sn says it. */
const kernelWeight = async (destination: string) =>
  new RegExp(`-r ${destination} -g -w (\\d+)`).exec(await ipvsadm('-Sn'))?.[1];

test('the first sign-in works with the password that the console printed, and with no other', async () => {
  await page.goto(site.console.url);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('User name').fill(site.firstSignIn.username);
  await page.getByLabel('Password').fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('User name or password is wrong.')).toBeVisible();
  await signInAs(page, site.console.url, site.firstSignIn);
});

test('a cluster is created, and two directors enrol with the pasted line', async () => {
  await page.getByRole('button', { name: 'Add a cluster…' }).first().click();
  await page.getByRole('dialog').getByLabel('Name of the cluster').fill('shop');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name: 'shop', level: 1 })).toBeVisible();
  for (const name of ['lb1', 'lb2'] as const) {
    await page.goto(`${site.console.url}/clusters/shop?tab=directors`);
    await page.getByRole('button', { name: 'Enrol a director…' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the director').fill(name);
    await dialog.getByLabel('Reason').fill('first day');
    await dialog.getByRole('button', { name: 'Make the line' }).click();
    const line = (await dialog.getByText(/^curl /).textContent()) ?? '';
    // In the lab the console has another address, and everybody is root.
    const pasted = line.replaceAll(site.console.url, consoleInLab).replace('sudo node', projectNode);
    await site.lab.exec(name, ['mkdir', '-p', `/run/shoal/${name}`]);
    const script = `cd /run/shoal/${name} && ${pasted} --state-dir /run/shoal/${name}`;
    agents.set(name, await site.lab.spawn(name, ['bash', '-c', script]));
    await expect(dialog.getByText(`${name} is here.`)).toBeVisible({ timeout: 20_000 });
    await page.keyboard.press('Escape');
  }
});

test('a virtual service is defined, previewed as ipvsadm lines, applied, and read back', async () => {
  await page.goto(`${site.console.url}/clusters/shop`);
  await page.getByRole('button', { name: 'Add a virtual service…' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name', { exact: true }).fill('web');
  await drawer.getByLabel('VIP').fill(vip);
  await drawer.getByLabel('Port', { exact: true }).first().fill('80');
  await drawer.getByLabel('Scheduler', { exact: true }).selectOption('wrr');
  await drawer.getByLabel('Address (RIP)').fill('10.0.0.21');
  await drawer.getByRole('button', { name: 'Preview' }).click();
  await expect(drawer.getByText(`ipvsadm -A -t ${vip}:80 -s wrr`)).toHaveCount(2);
  await expect(drawer.getByText(`ipvsadm -a -t ${vip}:80 -r 10.0.0.21:80 -g -w 1`)).toHaveCount(2);
  expect(await ipvsadm('-Sn')).toBe('');
  await applyWithReason(page, 'the shop opens', 2);

  await page.goto(`${site.console.url}${servicePage}`);
  await page.getByRole('button', { name: 'Add a destination…' }).first().click();
  await drawer.getByLabel('Address (RIP)').fill('10.0.0.22');
  await drawer.getByLabel('Weight').fill('3');
  await drawer.getByRole('button', { name: 'Preview' }).click();
  await applyWithReason(page, 'its second real server', 2);
  const rules = (await ipvsadm('-Sn')).trim().split('\n').sort();
  expect(rules).toEqual([
    `-A -t ${vip}:80 -s wrr`,
    `-a -t ${vip}:80 -r 10.0.0.21:80 -g -w 1`,
    `-a -t ${vip}:80 -r 10.0.0.22:80 -g -w 3`,
  ]);
});

test('traffic balances 1 to 3 on the kernel, and the page says so', async () => {
  await holdVip(site.lab, vip);
  traffic = await startTraffic(site.lab, 'c1', {
    target: { host: vip, port: 80 },
    requestsPerSecond: 25,
    held: 20,
    meanLifeSeconds: 4,
  });
  await page.goto(`${site.console.url}${servicePage}`);
  await expect(page.getByText('As configured').first()).toBeVisible({ timeout: 30_000 });
  const { connections, failures } = await traffic.nextReport();
  expect(failures).toEqual({});
  expect((connections.rs2 ?? 0) / (connections.rs1 ?? 1)).toBeCloseTo(3, 0);
  await expect(row(page, '10.0.0.21:80').getByText('Serving')).toBeVisible();
});

test('a real server is drained under load to zero, and no request fails', async () => {
  await page.goto(`${site.console.url}/clusters/shop/real-servers/10.0.0.22`);
  await page.getByRole('button', { name: 'Drain…' }).first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(`ipvsadm -e -t ${vip}:80 -r 10.0.0.22:80 -g -w 0`).first()).toBeVisible();
  await drawer.getByLabel('Reason').fill('new kernel');
  await drawer.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect.poll(() => kernelWeight('10.0.0.22:80')).toBe('0');
  await page.goto(`${site.console.url}${servicePage}`);
  await expect(row(page, '10.0.0.22:80').getByText(/Draining \d+/)).toBeVisible();
  await expect(row(page, '10.0.0.22:80').getByText('Drained')).toBeVisible({ timeout: 45_000 });
  expect(await ipvsadm('-Ln')).toMatch(/10\.0\.0\.22:80 +Route +0 +0 /);
  expect((await traffic.nextReport()).failures).toEqual({});
});

test('it returns to service with the weight that was written', async () => {
  await page.goto(`${site.console.url}/clusters/shop/real-servers/10.0.0.22`);
  await page.getByRole('button', { name: 'Return to service…' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Reason').fill('done');
  await drawer.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect.poll(() => kernelWeight('10.0.0.22:80')).toBe('3');
  await page.goto(`${site.console.url}${servicePage}`);
  await expect(row(page, '10.0.0.22:80').getByText('Serving')).toBeVisible();
});

test('a hand edit on the director shows as drift within 3 seconds', async () => {
  await ipvsadm('-e', '-t', `${vip}:80`, '-r', '10.0.0.21:80', '-g', '-w', '7');
  await expect(row(page, '10.0.0.21:80').getByText('Drifted')).toBeVisible({ timeout: 3_000 });
  await expect(page.getByText('The kernel differs in 1 entry').first()).toBeVisible({ timeout: 3_000 });
  await ipvsadm('-e', '-t', `${vip}:80`, '-r', '10.0.0.21:80', '-g', '-w', '1');
  await expect(row(page, '10.0.0.21:80').getByText('Serving')).toBeVisible();
});

test('the console is killed: traffic goes on, the page says so, and all is back with the console', async () => {
  await site.killConsole();
  await expect(page.getByText('The console does not answer.')).toBeVisible();
  await expect(row(page, '10.0.0.21:80').getByText('Unknown')).toBeVisible({ timeout: 15_000 });
  const before = await traffic.nextReport();
  const after = await traffic.nextReport();
  expect((after.answers.rs1 ?? 0) + (after.answers.rs2 ?? 0)).toBeGreaterThan(
    (before.answers.rs1 ?? 0) + (before.answers.rs2 ?? 0),
  );
  expect(after.failures).toEqual({});
  await site.restartConsole();
  await expect(row(page, '10.0.0.21:80').getByText('Serving')).toBeVisible({ timeout: 20_000 });
});

test('the agent is killed with -9, and writes nothing when it is back', async () => {
  const rules = await ipvsadm('-Sn');
  agents.get('lb1')?.kill('SIGKILL');
  await site.lab.exec('lb1', ['bash', '-c', 'pkill -9 -f "state-dir /run/shoal/lb1" || true']);
  await expect(row(page, '10.0.0.21:80').getByText('Unknown')).toBeVisible({ timeout: 15_000 });
  const again = await startAgent(site.lab, 'lb1', { stateDir: '/run/shoal/lb1' });
  await expect(row(page, '10.0.0.21:80').getByText('Serving')).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => again.output()).toContain('adopting its table without a write');
  expect(await ipvsadm('-Sn')).toBe(rules);
  expect((await traffic.stop()).failures).toEqual({});
});

test('the audit log tells all of it', async () => {
  await page.goto(`${site.console.url}/audit`);
  for (const told of [
    'first start',
    'sign-in refused',
    'signed in',
    'created a cluster',
    'made an enrolment token',
    'enrolled',
    'changed the definition',
    'drained',
    'returned to service',
    'applied an intent',
    'drift seen',
    'drift gone',
    'disconnected',
    'connected',
  ])
    await expect(page.getByRole('row').filter({ hasText: told }).first(), told).toBeVisible();
  await expect(row(page, 'drained').filter({ hasText: 'new kernel' }).first()).toBeVisible();
});
