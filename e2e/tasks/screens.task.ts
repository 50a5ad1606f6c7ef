import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { signInAs } from './console-page.ts';
import { openSimulated, type SimulatedSite } from './open-simulated.ts';

/** Every page, as it is read: by people in either theme, on a phone, in both languages, and by screen readers. */
let site: SimulatedSite;
let state: Awaited<ReturnType<BrowserContext['storageState']>>;

const pages = {
  overview: '/',
  services: '/clusters/shop',
  'real servers': '/clusters/shop?tab=real-servers',
  directors: '/clusters/shop?tab=directors',
  revisions: '/clusters/shop?tab=revisions',
  comparison: '/clusters/shop?tab=revisions&compare=0,1',
  import: '/clusters/shop/import',
  settings: '/clusters/shop?tab=settings',
  listing: '/clusters/shop?as=ipvsadm',
  'virtual service': '/clusters/shop/services/tcp-10.0.0.100-80',
  'real server': '/clusters/shop/real-servers/rs2',
  director: '/directors/lb1',
  drift: '/directors/lb1?tab=drift',
  'audit log': '/audit',
  access: '/access',
};

const withoutNumbers = new Set(['audit log', 'access', 'import']);

test.beforeAll(async ({ browser }) => {
  site = await openSimulated();
  const context = await browser.newContext();
  await signInAs(await context.newPage(), site.console.url, site.administrator);
  state = await context.storageState();
  await context.close();
});
test.afterAll(() => site?.close());

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  );

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test('the sign-in has no axe violation', async ({ browser }) => {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(`${site.console.url}/sign-in`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await context.close();
    });

    for (const [name, path] of Object.entries(pages)) {
      test(`the page “${name}” has no axe violation, one heading, and live numbers`, async ({ browser }) => {
        const context = await browser.newContext({ colorScheme, storageState: state });
        const page = await context.newPage();
        await page.goto(site.console.url + path);
        if (!withoutNumbers.has(name)) await expect(page.getByText('Live', { exact: true })).toBeVisible();
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        expect(await violations(page)).toEqual([]);
        await context.close();
      });
    }
  });
}

for (const [name, path] of Object.entries(pages)) {
  test(`on a phone, the page “${name}” does not scroll sideways and has no axe violation`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, storageState: state });
    const page = await context.newPage();
    await page.goto(site.console.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
}

test('a simulated director is marked wherever it appears', async ({ browser }) => {
  const context = await browser.newContext({ storageState: state });
  const page = await context.newPage();
  for (const path of ['/', pages.directors, pages['virtual service'], pages['real server'], pages.director]) {
    await page.goto(site.console.url + path);
    await expect(page.getByText('simulated', { exact: true }).first(), path).toBeVisible();
  }
  await page.goto(site.console.url + pages['audit log']);
  await expect(page.getByRole('row').filter({ hasText: 'enrolled' }).getByText('simulated').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: /lb1/ }).getByText('simulated')).toBeVisible();
  await context.close();
});

test('everything but LVS’s own words is there in Simplified Chinese', async ({ browser }) => {
  const context = await browser.newContext({ storageState: state, locale: 'zh-CN' });
  const page = await context.newPage();
  for (const path of Object.values(pages)) {
    await page.goto(site.console.url + path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.getByRole('navigation').first()).toContainText(/[\u4e00-\u9fff]/);
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/[\u4e00-\u9fff]/);
  await page.goto(site.console.url + pages['virtual service']);
  await expect(page.getByRole('columnheader', { name: 'ActiveConn' })).toBeVisible();
  await context.close();
});

test('the keyboard alone drains: filter, rows, d, and the focus comes back', async ({ browser }) => {
  const context = await browser.newContext({ storageState: state });
  const page = await context.newPage();
  await page.goto(site.console.url + pages['virtual service']);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('10.0.0.22');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog', { name: /Drain/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TR');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await context.close();
});
