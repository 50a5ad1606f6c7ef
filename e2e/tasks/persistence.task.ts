import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../console/console-caller.ts';
import { defineDemo, untilInStep } from '../demo/define-demo.ts';
import { cartVip } from '../demo/demo-definition.ts';
import { holdVip } from '../lab/hold-vip.ts';
import { startAgent } from '../lab/start-agent.ts';
import { sourcesOf, startTraffic, type Traffic } from '../lab/start-traffic.ts';
import { row, signInAs } from './console-page.ts';
import { openSite, type TaskSite } from './open-site.ts';

/** What persistence does to shares and to a drain, said by Shoal and done by a real kernel. */
test.describe.configure({ mode: 'serial' });

const cart = '/clusters/shop/services/tcp-10.0.0.101-8080?director=lb1';
let site: TaskSite;
let page: Page;
let traffic: Traffic;
/** The real server that the one client sticks to. */
let stuckTo: { name: string; destination: string };

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSite();
  const { username, password } = site.firstSignIn;
  const caller = await signIn(site.console.url, username, password);
  const token = (await defineDemo(caller)).get('lb1') ?? '';
  await startAgent(site.lab, 'lb1', { token });
  await holdVip(site.lab, cartVip);
  await untilInStep(caller, 1);
  traffic = await startTraffic(site.lab, 'c2', {
    target: { host: cartVip, port: 8080 },
    requestsPerSecond: 15,
    sources: sourcesOf('c2', 1),
  });
  page = await browser.newPage();
  await signInAs(page, site.console.url, site.firstSignIn);
});
test.afterAll(async () => {
  await page?.close();
  await site?.close();
});

const answersOf = async (name: string) => (await traffic.nextReport()).answers[name] ?? 0;

test('one client on a persistent service is a skew, and persistence is named as its cause', async () => {
  await page.goto(site.console.url + cart);
  await expect(page.getByText(/gets 100.0 % of new connections, 25.0 % expected: persistence/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('Skewed').first()).toBeVisible();
  const { answers } = await traffic.nextReport();
  const [name = '', ...others] = Object.keys(answers);
  expect(others).toEqual([]);
  stuckTo = { name, destination: `10.0.0.2${name.slice(-1)}:8080` };
});

test('a look into the connection table names the client, and the template that holds it', async () => {
  await page.goto(`${site.console.url}/directors/lb1?tab=connections&service=TCP%2010.0.0.101:8080&show=clients`);
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByText(/entries, the whole table/)).toBeVisible();
  const [client = ''] = sourcesOf('c2', 1);
  await expect(row(page, client).getByText(stuckTo.destination)).toBeVisible();
  await expect(row(page, client).getByText('100.0')).toBeVisible();
  await page.getByText('Templates', { exact: true }).first().click();
  await expect(row(page, client).getByText(stuckTo.destination)).toBeVisible();
});

test('a drain says that the client may still come, and it does', async () => {
  await page.goto(`${site.console.url}/clusters/shop/real-servers/${stuckTo.name}`);
  await page.getByRole('button', { name: 'Drain…' }).first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(/1 persistent client may still come, for up to 10 s/)).toBeVisible();
  await drawer.getByLabel('Reason').fill('new disk');
  await drawer.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(drawer.getByText('read back: agrees').first()).toBeVisible();
  await page.goto(site.console.url + cart);
  await expect(row(page, stuckTo.destination).getByText(/Draining/)).toBeVisible();
  await expect(page.getByText(/is draining, and 1 persistence template may still bring clients/)).toBeVisible();
  const before = await answersOf(stuckTo.name);
  await traffic.nextReport();
  expect(await answersOf(stuckTo.name)).toBeGreaterThan(before);
});

test('with expire_quiescent_template=1 it goes elsewhere, and the finding goes too', async () => {
  await site.lab.exec('lb1', ['sysctl', '-w', 'net.ipv4.vs.expire_quiescent_template=1']);
  await expect(page.getByText(/may still bring clients/)).toHaveCount(0, { timeout: 15_000 });
  await traffic.nextReport();
  const before = (await traffic.nextReport()).answers;
  await traffic.nextReport();
  const { answers, failures } = await traffic.nextReport();
  const more = (name: string) => (answers[name] ?? 0) - (before[name] ?? 0);
  const others = Object.keys(answers).filter((name) => name !== stuckTo.name);
  expect(others).toHaveLength(1);
  const moved = others.reduce((sum, name) => sum + more(name), 0);
  expect(moved).toBeGreaterThan(10);
  // A port that the client takes again while its old entry still closes goes to the old place: conn_reuse_mode's doing,
  // not a template's.
  expect(more(stuckTo.name)).toBeLessThan(moved / 4);
  expect(failures).toEqual({});
});
