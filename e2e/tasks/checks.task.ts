import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../console/console-caller.ts';
import { defineDemo, untilInStep } from '../demo/define-demo.ts';
import { webVip } from '../demo/demo-definition.ts';
import { holdVip } from '../lab/hold-vip.ts';
import { publicAddress } from '../lab/namespaces.ts';
import { startAgent } from '../lab/start-agent.ts';
import { sourcesOf, startTraffic, type Traffic } from '../lab/start-traffic.ts';
import { applyWithReason, row, signInAs } from './console-page.ts';
import { openSite, type TaskSite } from './open-site.ts';

/** A health check from its form to weight 0 in a real kernel, and back. */
test.describe.configure({ mode: 'serial' });

const web = '/clusters/shop/services/tcp-10.0.0.100-80?director=lb1';
let site: TaskSite;
let page: Page;
let traffic: Traffic;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSite();
  const { username, password } = site.firstSignIn;
  const caller = await signIn(site.console.url, username, password);
  const token = (await defineDemo(caller)).get('lb1') ?? '';
  await startAgent(site.lab, 'lb1', { token });
  await holdVip(site.lab, webVip);
  await untilInStep(caller, 1);
  traffic = await startTraffic(site.lab, 'c1', {
    target: { host: webVip, port: 80 },
    requestsPerSecond: 15,
    sources: sourcesOf('c1', 5),
  });
  page = await browser.newPage();
  await signInAs(page, site.console.url, site.firstSignIn);
});
test.afterAll(async () => {
  await page?.close();
  await site?.close();
});

/** Drops or lets through what is sent to a real server's own address, which checks alone are. */
const firewall = (name: 'rs1' | 'rs2', rule: '-A' | '-D') =>
  site.lab.exec(name, ['iptables-legacy', rule, 'INPUT', '-d', publicAddress(name), '-p', 'tcp', '-j', 'DROP']);

/** The weights of rs1 and rs2 in the kernel, as ipvsadm prints them. */
async function weights(): Promise<string[]> {
  const { stdout } = await site.lab.exec('lb1', ['ipvsadm', '-Sn']);
  return (['rs1', 'rs2'] as const).map(
    (name) => new RegExp(`-r ${publicAddress(name)}:80 -g -w (\\d+)`).exec(stdout)?.[1] ?? 'none',
  );
}

const answersOf = async (name: string) => (await traffic.nextReport()).answers[name] ?? 0;

test('a check is switched on in the form of a service, and shows what it finds', async () => {
  await page.goto(site.console.url + web);
  await page.getByRole('button', { name: 'Edit…' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Kind', { exact: true }).selectOption('http');
  await drawer.getByLabel('Path').fill('/health');
  await drawer.getByRole('button', { name: 'quick: 2 s' }).click();
  await expect(drawer.getByText('A failure takes a destination out after 5 s at most.')).toBeVisible();
  await drawer.getByLabel('Timeout, s').last().fill('9');
  await expect(drawer.getByText('The timeout must not be longer than the interval.')).toBeVisible();
  await drawer.getByLabel('Timeout, s').last().fill('1');
  await drawer.getByRole('button', { name: 'Preview' }).click();
  await applyWithReason(page, 'know when web fails', 1);
  await expect(page.getByText('HTTP GET /health → 200–299 every 2 s')).toBeVisible();
  await expect(row(page, 'rs1').getByText('HTTP 200')).toBeVisible();
  await expect(row(page, 'rs2').getByText('HTTP 200')).toBeVisible();
});

test('a real server whose check fails gets weight 0 by its director, which is no drift, and no request fails', async () => {
  await firewall('rs1', '-A');
  await expect(row(page, 'rs1').getByText('Out (check failed)')).toBeVisible({ timeout: 20_000 });
  await expect(row(page, 'rs1').getByText('timeout after 1 s')).toBeVisible();
  await expect.poll(weights).toEqual(['0', '3']);
  await expect(page.getByText(`${publicAddress('rs1')}:80: check failed, 1 of 2 out`)).toBeVisible();
  await expect(page.getByText('In step').first()).toBeVisible();
  await traffic.nextReport();
  const before = await answersOf('rs1');
  await traffic.nextReport();
  const { answers, failures } = await traffic.nextReport();
  expect([answers.rs1 ?? 0, failures]).toEqual([before, {}]);
});

test('when every check fails the last one stays, and the page says so', async () => {
  await firewall('rs2', '-A');
  await expect(page.getByText('Every check fails, and the guard keeps 1 of 2 in service')).toBeVisible({
    timeout: 20_000,
  });
  await expect(row(page, 'rs2').getByText('kept by the guard')).toBeVisible();
  expect(await weights()).toEqual(['0', '3']);
  await page.goto(`${site.console.url}/clusters/shop/real-servers/rs2`);
  await expect(page.getByText(/lb1: check failed since .*, timeout after 1 s/)).toBeVisible();
  expect((await traffic.nextReport()).failures).toEqual({});
});

test('what passes again serves again, and the audit log tells of both', async () => {
  await Promise.all([firewall('rs1', '-D'), firewall('rs2', '-D')]);
  await page.goto(site.console.url + web);
  await expect(row(page, 'rs1').getByText('Serving')).toBeVisible({ timeout: 30_000 });
  await expect.poll(weights).toEqual(['1', '3']);
  await expect(page.getByText('In step').first()).toBeVisible();
  await page.goto(`${site.console.url}/audit?director=lb1`);
  await expect(row(page, 'check failed').first()).toContainText(`TCP ${webVip}:80 ${publicAddress('rs2')}:80`);
  await expect(row(page, 'check passes again').first()).toBeVisible();
  await expect(row(page, 'drift seen')).toHaveCount(0);
});
