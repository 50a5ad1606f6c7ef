import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { demoCluster } from '../demo/demo-definition.ts';
import { applyWithReason, row, signInAs } from './console-page.ts';
import { openSimulated, type SimulatedSite } from './open-simulated.ts';

/** All that IPVS can do, entered in forms that offer what fits, say why the rest does not, and give advice. */
let site: SimulatedSite;

test.beforeAll(async () => {
  site = await openSimulated();
});
test.afterAll(() => site?.close());

async function open(browser: Browser, path: string, locale = 'en'): Promise<Page> {
  const page = await (await browser.newContext({ locale })).newPage();
  await signInAs(page, site.console.url, site.administrator);
  await page.goto(site.console.url + path);
  return page;
}

const drawerOf = (page: Page) => page.getByRole('dialog');
const preview = (page: Page) => drawerOf(page).getByRole('button', { name: 'Preview' }).click();

test('a service with everything that fits UDP over IPv6 is entered, applied and read', async ({ browser }) => {
  const page = await open(browser, '/clusters/shop?drawer=add-service');
  const drawer = drawerOf(page);
  await drawer.getByLabel('Name', { exact: true }).fill('sip');
  await drawer.getByLabel('Protocol').selectOption('UDP');
  await drawer.getByLabel('VIP').fill('fd00::100');
  await drawer.getByLabel('Port', { exact: true }).first().fill('5060');
  await drawer.getByLabel('Scheduler', { exact: true }).selectOption('mh');
  await drawer.getByLabel(/^fallback/).check();
  await drawer.getByLabel(/^port:/).check();
  await drawer.getByLabel('Send a client to the same real server').check();
  await expect(drawer.getByLabel('Netmask, bits')).toHaveValue('128');
  await drawer.getByRole('button', { name: '/64' }).click();
  await drawer.getByRole('button', { name: '1 min' }).click();
  await drawer.getByLabel('Persistence engine').selectOption('sip');
  await drawer.getByLabel(/^One-packet/).check();
  await preview(page);
  await expect(
    drawer.getByText('ipvsadm -A -u [fd00::100]:5060 -s mh -p 60 -M 64 --pe sip -o -b mh-fallback,mh-port'),
  ).toHaveCount(2);
  await applyWithReason(page, 'telephony', 2);
  await expect(
    page.getByText('UDP [fd00::100]:5060 mh persistent 60 mask 64 pe sip ops (mh-fallback,mh-port)'),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Add a destination…' }).first().click();
  await drawer.getByLabel('Address (RIP)').fill('10.0.0.21');
  await drawer.getByLabel('Forwarding').selectOption('tunneling');
  await drawer.getByLabel('Tunnel', { exact: true }).selectOption('gue');
  await drawer.getByLabel('Tunnel port').fill('6080');
  await drawer.getByLabel('Checksum').selectOption('remcsum');
  await drawer.getByLabel('Upper threshold').fill('100');
  await drawer.getByLabel('Lower threshold').fill('80');
  await preview(page);
  const line =
    'ipvsadm -a -u [fd00::100]:5060 -r 10.0.0.21:5060 -i -w 1 -x 100 -y 80 --tun-type gue --tun-port 6080 --tun-remcsum';
  await expect(drawer.getByText(line)).toHaveCount(2);
  await applyWithReason(page, 'its first server', 2);
  await expect(row(page, '10.0.0.21:5060').getByText('gue:6080 remcsum')).toBeVisible();
  await expect(row(page, '10.0.0.21:5060').getByText('100 / 80')).toBeVisible();
  await page.context().close();
});

test('what does not fit is not offered, or off with the reason', async ({ browser }) => {
  const page = await open(browser, '/clusters/shop?drawer=add-service');
  const drawer = drawerOf(page);
  await expect(drawer.getByLabel(/^One-packet/)).toBeDisabled();
  await expect(drawer.getByLabel(/^One-packet/)).toHaveAccessibleDescription(/TCP and SCTP have connections/);
  await drawer.getByLabel('Send a client to the same real server').check();
  await expect(drawer.getByLabel('Persistence engine')).toBeDisabled();
  await expect(drawer.getByLabel('Persistence engine')).toHaveAccessibleDescription(/UDP and firewall marks only/);
  await expect(drawer.getByLabel(/^fallback/)).toHaveCount(0);
  await drawer.getByLabel('Scheduler', { exact: true }).selectOption('sh');
  await expect(drawer.getByLabel(/^fallback/)).toBeVisible();
  await page.goto(`${site.console.url}/clusters/shop/services/tcp-10.0.0.100-80?drawer=add-destination`);
  await expect(drawer.getByLabel('Lower threshold')).toHaveAttribute('readonly', '');
  await expect(drawer.getByLabel('Lower threshold')).toHaveAccessibleDescription('Set an upper threshold first.');
  await drawer.getByLabel('Address (RIP)').fill('fd00::21');
  await expect(drawer.getByLabel('Forwarding').getByRole('option', { name: /^Direct routing/ })).toBeDisabled();
  await page.context().close();
});

test('a refused combination says why beside its field, in both languages', async ({ browser }) => {
  for (const [locale, name, port, press, says] of [
    ['en', 'Name', 'Port', 'Preview', 'Port 0 (all ports) works with persistence only.'],
    ['zh-CN', '名称', '端口', '预览', '端口 0（所有端口）仅用于持久服务。'],
  ] as const) {
    const page = await (await browser.newContext()).newPage();
    await signInAs(page, site.console.url, site.administrator);
    await page.context().addCookies([{ name: 'shoal-language', value: locale, url: site.console.url }]);
    await page.goto(`${site.console.url}/clusters/shop?drawer=add-service`);
    const drawer = drawerOf(page);
    await drawer.getByLabel(name, { exact: true }).fill('all');
    await drawer.getByLabel('VIP').fill('10.0.0.109');
    const field = drawer.getByLabel(port, { exact: true }).first();
    await field.fill('0');
    await drawer.getByRole('button', { name: press }).click();
    await expect(field).toHaveAccessibleDescription(new RegExp(says.replace(/[()]/g, '\\$&')));
    await drawer.getByRole('checkbox').first().check();
    await expect(field).not.toHaveAccessibleDescription(new RegExp(says.replace(/[()]/g, '\\$&')));
    await page.context().close();
  }
});

test('the advice asks, gives its reasons, and sets scheduler and persistence with one click', async ({ browser }) => {
  const page = await open(browser, '/clusters/shop?drawer=add-service');
  const drawer = drawerOf(page);
  await drawer.getByRole('button', { name: 'Which scheduler suits?' }).click();
  const advice = drawer.getByRole('region', { name: 'Which scheduler suits?' });
  await advice.getByLabel('The real servers can take the same load').uncheck();
  await advice.getByLabel('A client must come back to the same real server').check();
  const best = advice.getByRole('listitem').first();
  await expect(best).toContainText('more often to the stronger servers');
  await best.getByRole('button', { name: 'Take wrr' }).click();
  await expect(drawer.getByLabel('Scheduler', { exact: true })).toHaveValue('wrr');
  await expect(drawer.getByLabel('Send a client to the same real server')).toBeChecked();
  await advice.getByLabel('What it serves').selectOption('firewall-pair');
  await advice.getByRole('button', { name: 'Take sh' }).click();
  await expect(drawer.getByLabel(/^fallback/)).toBeChecked();
  await page.context().close();
});

test('settings are explained beside what the kernels have, and applied as steps', async ({ browser }) => {
  const page = await open(browser, '/clusters/shop?tab=settings');
  const setting = (name: string) => page.getByRole('listitem').filter({ has: page.getByLabel(name, { exact: true }) });
  await expect(setting('expire_quiescent_template')).toContainText('goes elsewhere with its next connection');
  await expect(setting('expire_quiescent_template')).toContainText('0 on lb1, lb2');
  const press = page.getByRole('button', { name: 'Preview…' });
  await expect(press).toHaveAccessibleDescription('Change a setting first.');
  await page.getByLabel('sync_threshold').fill('60');
  await page.getByLabel('sync_period').fill('50');
  await press.click();
  await expect(page.getByLabel('sync_threshold')).toHaveAccessibleDescription(/must be below the period/);
  await page.getByLabel('sync_threshold').fill('');
  await page.getByLabel('sync_period').fill('');
  await page.getByLabel('expire_quiescent_template').selectOption('1');
  await page.getByLabel('TCP, s').fill('600');
  await expect(page.getByText('2 settings are changed.')).toBeVisible();
  await press.click();
  const drawer = drawerOf(page);
  await expect(drawer.getByText('sysctl -w net.ipv4.vs.expire_quiescent_template=1')).toHaveCount(2);
  await expect(drawer.getByText('ipvsadm --set 600 0 0')).toHaveCount(2);
  await applyWithReason(page, 'drains end in time', 2);
  await expect(setting('expire_quiescent_template')).toContainText('1 on lb1, lb2');
  await expect(setting('TCP, s')).toContainText('600 s on lb1, lb2');
  const { definition } = await site.caller.definition.current.query({ cluster: demoCluster });
  expect(definition.settings).toMatchObject({ timeouts: { tcp: 600 }, sysctls: { expire_quiescent_template: 1 } });
  await page.context().close();
});

test('every page with a table shows it as ipvsadm -Ln prints it', async ({ browser }) => {
  const page = await open(browser, '/');
  for (const path of [
    '/clusters/shop',
    '/clusters/shop?tab=real-servers',
    '/clusters/shop/services/tcp-10.0.0.100-80',
    '/clusters/shop/real-servers/rs2',
    '/directors/lb1',
  ]) {
    await page.goto(site.console.url + path);
    await page.getByRole('radio', { name: 'ipvsadm' }).click();
    await expect(page).toHaveURL(/as=ipvsadm/);
    const listing = page.getByRole('region', { name: /^ipvsadm -Ln on lb/ });
    await expect(listing, path).toContainText('TCP  10.0.0.100:80 wrr');
    await expect(listing, path).toContainText(/-> 10\.0\.0\.22:80 +Route +3 /);
  }
  await page.context().close();
});

test('rows are copied in the form that is asked for, and columns chosen', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await signInAs(page, site.console.url, site.administrator);
  await page.goto(`${site.console.url}/clusters/shop`);
  await page.getByRole('button', { name: 'Copy, and choose columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'ActiveConn' }).click();
  await expect(page).toHaveURL(/hide=active/);
  await expect(page.getByRole('columnheader', { name: 'ActiveConn' })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [head, first] = copied.split('\r\n');
  expect(head).toMatch(/^Virtual service,Prot LocalAddress:Port,Scheduler Flags,/);
  expect(head).not.toContain('ActiveConn');
  expect(first).toMatch(/^web,TCP 10\.0\.0\.100:80,/);
  await context.close();
});

test('the forms have no axe violation, with all that they show', async ({ browser }) => {
  const page = await open(browser, '/clusters/shop?drawer=add-service');
  const drawer = drawerOf(page);
  const violations = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes]);
  await drawer.getByRole('button', { name: 'Which scheduler suits?' }).click();
  await drawer.getByLabel('Scheduler', { exact: true }).selectOption('sh');
  await drawer.getByLabel('Send a client to the same real server').check();
  await preview(page);
  expect(await violations()).toEqual([]);
  await page.goto(`${site.console.url}/clusters/shop/services/tcp-10.0.0.100-80?drawer=add-destination`);
  await drawer.getByLabel('Forwarding').selectOption('tunneling');
  await drawer.getByLabel('Tunnel', { exact: true }).selectOption('gue');
  expect(await violations()).toEqual([]);
  await page.context().close();
});
