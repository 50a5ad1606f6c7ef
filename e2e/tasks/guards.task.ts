import { type Browser, expect, type Page, test } from '@playwright/test';
import { demoCluster } from '../demo/demo-definition.ts';
import { applyWithReason, type Credentials, signInAs } from './console-page.ts';
import { openSimulated, type SimulatedSite } from './open-simulated.ts';

/** What the console refuses, and how it says so. */
let site: SimulatedSite;
const web = '/clusters/shop/services/tcp-10.0.0.100-80';

test.beforeAll(async () => {
  site = await openSimulated();
});
test.afterAll(() => site?.close());

async function openAs(browser: Browser, credentials: Credentials, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, site.console.url, credentials);
  await page.goto(site.console.url + path);
  return page;
}

async function personWith(role: 'viewer' | 'operator', username: string): Promise<Credentials> {
  const { password } = await site.caller.access.create.mutate({ username, name: username, role });
  return { username, password };
}

test('a viewer sees the numbers, and every control that changes something is off and says why', async ({ browser }) => {
  const page = await openAs(browser, await personWith('viewer', 'vera'), web);
  for (const name of ['Edit…', 'Remove…', 'Add a destination…']) {
    const button = page.getByRole('button', { name }).first();
    await expect(button, name).toBeDisabled();
    await expect(button, name).toHaveAccessibleDescription('Needs the role operator.');
  }
  await page.context().close();
});

test('a form names the field that is wrong, before anything is sent', async ({ browser }) => {
  const page = await openAs(browser, site.administrator, web);
  await page.getByRole('button', { name: 'Add a destination…' }).first().click();
  const drawer = page.getByRole('dialog');
  for (const [address, text] of [
    ['10.0.0', 'Not an IPv4 or IPv6 address.'],
    ['224.0.0.1', 'A destination must be one machine'],
    ['fd00::21', 'A destination of the other IP version needs tunneling.'],
    ['10.0.0.21', 'This destination is there already.'],
  ] as const) {
    await drawer.getByLabel('Address (RIP)').fill(address);
    await drawer.getByRole('button', { name: 'Preview' }).click();
    await expect(drawer.getByLabel('Address (RIP)'), address).toHaveAccessibleDescription(
      new RegExp(text.slice(0, 30)),
    );
  }
  await page.context().close();
});

test('two people edit at once: the second is told by whom and why, and nothing typed is lost', async ({ browser }) => {
  const page = await openAs(browser, await personWith('operator', 'olga'), web);
  await page.getByRole('button', { name: 'Edit…', exact: true }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Scheduler', { exact: true }).selectOption('rr');
  await drawer.getByRole('button', { name: 'Preview' }).click();
  await expect(drawer.getByText('ipvsadm -E -t 10.0.0.100:80 -s rr').first()).toBeVisible();
  const { revision } = await site.caller.view.cluster.query({ cluster: demoCluster });
  const other = await site.caller.definition.applyChange.mutate({
    cluster: demoCluster,
    base: revision,
    change: { kind: 'remove-destination', service: 'TCP 10.0.0.101:8080', key: '10.0.0.24:8080' },
    reason: 'rs4 is sold',
    confirm: 'cart',
  });
  expect(other.ok).toBe(true);
  await drawer.getByLabel('Reason').fill('in turn');
  await drawer.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(drawer.getByText(/rs4 is sold/)).toBeVisible();
  await drawer.getByRole('button', { name: 'Preview again' }).click();
  await expect(drawer.getByLabel('Reason')).toHaveValue('in turn');
  await applyWithReason(page, 'in turn', 2);
  const { definition } = await site.caller.view.service.query({ cluster: demoCluster, key: 'TCP 10.0.0.100:80' });
  expect(definition?.scheduler).toBe('rr');
  await page.context().close();
});

test('what can’t be undone asks for the name', async ({ browser }) => {
  const page = await openAs(browser, site.administrator, web);
  await page.getByRole('button', { name: 'Remove…', exact: true }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Reason').fill('it is over');
  const apply = drawer.getByRole('button', { name: 'Apply', exact: true });
  await expect(apply).toBeDisabled();
  await drawer.getByLabel('Type web to confirm').fill('wob');
  await expect(apply).toBeDisabled();
  await drawer.getByLabel('Type web to confirm').fill('web');
  await apply.click();
  await expect(drawer.getByText('read back: agrees')).toHaveCount(2);
  await page.context().close();
});

test('a page of a thousand virtual services opens, scrolls and filters', async ({ browser }) => {
  const { revision, definition } = await site.caller.definition.current.query({ cluster: demoCluster });
  const services = Array.from({ length: 1000 }, (_, index) => ({
    name: `s${index}`,
    key: { kind: 'address' as const, protocol: 'TCP' as const, address: `10.7.${index >> 8}.${index & 255}`, port: 80 },
    scheduler: 'wrr' as const,
    destinations: [
      { address: '10.0.0.21', port: 80, forwarding: 'direct-routing' as const, weight: 1 },
      { address: '10.0.0.22', port: 80, forwarding: 'direct-routing' as const, weight: 1 },
    ],
  })).filter((service) => service.key.address !== '10.7.0.0');
  const change = { kind: 'replace' as const, definition: { ...definition, services } };
  const applied = await site.caller.definition.applyChange.mutate({
    cluster: demoCluster,
    base: revision,
    change,
    reason: 'a thousand',
    confirm: 'cart',
  });
  expect(applied.ok).toBe(true);
  const page = await openAs(browser, site.administrator, '/clusters/shop');
  await expect(page.getByRole('row').filter({ hasText: '10.7.0.1:80' })).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(200);
  await page.getByPlaceholder('Filter').fill('10.7.3.200');
  await expect(page.getByRole('row').filter({ hasText: '10.7.3.200:80' })).toBeVisible();
  await page.context().close();
});
