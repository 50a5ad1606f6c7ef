import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { verifyFile } from '../../server/audit/verify-file.ts';
import { demoCluster, webVip } from '../demo/demo-definition.ts';
import { signInAs } from './console-page.ts';
import { openSimulated, type SimulatedSite } from './open-simulated.ts';

/** What the audit log tells, how one finds it, takes it elsewhere, and knows that nobody changed it. */
test.describe.configure({ mode: 'serial' });

const reason = 'OPS-4711: =new memory';
let site: SimulatedSite;
let page: Page;
let receiver: Server;
const posts: { body: string; signature: string }[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  site = await openSimulated();
  const { definition, revision } = await site.caller.definition.current.query({ cluster: demoCluster });
  const service = definition.services.find(({ key }) => key.kind === 'address' && key.address === webVip);
  if (!service) throw new Error('the demo has no web service');
  const [first, ...others] = service.destinations;
  if (!first) throw new Error('it has no destinations');
  const destinations = [{ ...first, weight: first.weight + 1 }, ...others];
  const services = definition.services.map((one) => (one === service ? { ...service, destinations } : one));
  const change = { kind: 'replace' as const, definition: { ...definition, services } };
  await site.caller.definition.applyChange.mutate({ cluster: demoCluster, base: revision, change, reason });
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      posts.push({ body, signature: String(request.headers['shoal-signature']) });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  page = await (await browser.newContext()).newPage();
  await signInAs(page, site.console.url, site.administrator);
});
test.afterAll(async () => {
  await page?.context().close();
  receiver?.close();
  await site?.close();
});

const accessible = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
const drawer = () => page.getByRole('dialog');

test('a change is found by its ticket, with its difference and what each director answered', async () => {
  await page.goto(`${site.console.url}/audit`);
  await page.getByLabel('Ticket').fill('OPS-4711');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/ticket=OPS-4711/);
  await page.getByRole('row').filter({ hasText: reason }).getByRole('link').first().click();
  await expect(drawer().getByText(/^\+ .*-w /)).toBeVisible();
  await expect(drawer().getByText('read back: agrees').first()).toBeVisible();
  await expect(drawer().getByText('password', { exact: true })).toBeVisible();
  await accessible();
});

test('from there to what happened around it, to the definition then, and back to before it', async () => {
  await expect(drawer().getByRole('link', { name: /^The definition then/ })).toBeVisible();
  await drawer()
    .getByRole('link', { name: /^Go back to before this/ })
    .click();
  await expect(page).toHaveURL(/tab=revisions&drawer=go-back/);
  await expect(drawer().getByLabel('Reason')).toBeVisible();
  await page.goBack();
  await drawer().getByRole('link', { name: 'What happened around this time' }).click();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(page.getByRole('row').filter({ hasText: reason })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'applied an intent' }).first()).toBeVisible();
});

test('the log is verified, and its witnesses are the directors', async () => {
  await page.goto(`${site.console.url}/audit`);
  await page.getByRole('button', { name: /^(Verified up to|Being verified)/ }).click();
  await drawer().getByRole('button', { name: 'Verify all rows now' }).click();
  await expect(drawer().getByRole('listitem').first()).toContainText('#');
  await accessible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Verified up to #[\d,]+.*\d+ witness/ })).toBeVisible();
});

test('it is taken as a spreadsheet without formulas, and as lines that verify without the console', async () => {
  const { consoleKey } = await site.caller.audit.chain.query();
  const take = async (name: string): Promise<string> => {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
    return download.path();
  };
  await page.goto(`${site.console.url}/audit?ticket=OPS-4711`);
  expect(
    readFileSync(await take('CSV, for spreadsheets'), 'utf8')
      .trimEnd()
      .split('\r\n'),
  ).toHaveLength(2);
  await page.goto(`${site.console.url}/audit`);
  const file = await take('JSON lines, to verify or read by programs');
  const verified = verifyFile({ file, publicKey: consoleKey, witnessFiles: [] });
  expect(verified).toMatchObject({ ok: true, value: { broken: null, excerpt: false, unsigned: [] } });
});

test('a stream to a webhook: signed rows, and the page says that they arrived', async () => {
  await page.getByRole('link', { name: 'Streams' }).click();
  await page.getByRole('button', { name: 'Add a stream' }).click();
  await drawer().getByLabel('Name').fill('siem');
  await drawer().getByLabel('Address').fill('siem');
  await drawer().getByLabel('Reason').fill('OPS-1');
  await drawer().getByRole('button', { name: 'Add a stream' }).click();
  await expect(drawer().getByText(/begins with https/)).toBeVisible();
  await drawer()
    .getByLabel('Address')
    .fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`);
  await drawer().getByRole('button', { name: 'Add a stream' }).click();
  const secret = await drawer().getByRole('status').first().textContent();
  await drawer().getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('row').filter({ hasText: 'siem' })).toContainText('Delivered');
  await accessible();
  const [, at, hex] = /^t=(\d+),v1=(\w+)$/.exec(posts[0]?.signature ?? '') ?? [];
  expect(hex).toBe(
    createHmac('sha256', secret ?? '')
      .update(`${at}.${posts[0]?.body}`)
      .digest('hex'),
  );
});
