import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { demoCluster } from '../demo/demo-definition.ts';
import { applyWithReason, signInAs } from './console-page.ts';
import { openSimulated, type SimulatedSite } from './open-simulated.ts';

/** What people run today, read from their files and from a director's kernel, and written for other tools again. */
let site: SimulatedSite;

let state: Awaited<ReturnType<BrowserContext['storageState']>>;

test.beforeAll(async ({ browser }) => {
  site = await openSimulated();
  const context = await browser.newContext();
  await signInAs(await context.newPage(), site.console.url, site.administrator);
  state = await context.storageState();
  await context.close();
});
test.afterAll(() => site?.close());

async function openAt(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext({ storageState: state })).newPage();
  await page.goto(site.console.url + path);
  return page;
}

const current = () => site.caller.definition.current.query({ cluster: demoCluster });

/** One file of each format: its first service's key, a line that is left out, and why. */
const files = [
  {
    name: 'lvs.cf',
    format: 'lvs-cf',
    key: 'TCP 10.9.0.1:80',
    leftOut: 'send = "GET / HTTP/1.0\\r\\n\\r\\n"',
    why: /Shoal’s checks have no counterpart/,
    text: `primary = 10.0.0.1
service = lvs
network = direct
virtual portal {
     active = 1
     address = 10.9.0.1 eth0:1
     port = 80
     send = "GET / HTTP/1.0\\r\\n\\r\\n"
     scheduler = wlc
     protocol = tcp
     server one {
         address = 10.9.1.1
         active = 1
         weight = 3
     }
}
`,
  },
  {
    name: 'keepalived.conf',
    format: 'keepalived',
    key: 'TCP 10.9.0.2:443',
    leftOut: 'sorry_server 10.9.1.9 443',
    why: /Sorry servers/,
    text: `virtual_server 10.9.0.2 443 {
    lb_algo wrr
    lb_kind DR
    protocol TCP
    sorry_server 10.9.1.9 443
    real_server 10.9.1.1 443 {
        weight 5
    }
}
`,
  },
  {
    name: 'rules',
    format: 'ipvsadm-save',
    key: 'UDP 10.9.0.3:53',
    leftOut: '-A -t 10.9.0.3:80 -s quick',
    why: /No scheduler/,
    text: `-A -u 10.9.0.3:53 -s rr -o
-a -u 10.9.0.3:53 -r 10.9.1.1:53 -g -w 1
-A -t 10.9.0.3:80 -s quick
`,
  },
  {
    name: 'ldirectord.cf',
    format: 'ldirectord',
    key: 'TCP 10.9.0.4:25',
    leftOut: 'checktype = external',
    why: /Shoal’s checks have no counterpart/,
    text: `virtual=10.9.0.4:25
        real=10.9.1.1:25 gate 2
        scheduler=wlc
        checktype = external
        protocol=tcp
`,
  },
];

for (const { name, format, key, leftOut, why, text } of files) {
  test(`${name} is read next to its lines, becomes a draft, and is applied`, async ({ browser }) => {
    const page = await openAt(browser, `/clusters/${demoCluster}/import`);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect(page.getByLabel('Read as')).toHaveValue(format);
    await expect(page.getByRole('listitem').filter({ hasText: key }).first()).toBeVisible();
    await page.getByRole('radio', { name: /Left out/ }).click();
    const line = page.getByRole('listitem').filter({ hasText: leftOut }).first();
    await expect(line).toContainText('left out');
    await expect(line).toContainText(why);
    const before = await current();
    await page.getByRole('button', { name: 'Make a draft' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Import of ${name}` })).toBeVisible();
    expect((await current()).revision).toBe(before.revision);
    await page.getByRole('tab', { name: /Notes of the import/ }).click();
    await expect(page.getByText(why).first()).toBeVisible();
    await page.getByRole('button', { name: 'Preview…' }).click();
    await applyWithReason(page, `from ${name}`, 2);
    const { services } = await site.caller.view.cluster.query({ cluster: demoCluster });
    expect(services.map((service) => service.key)).toContain(key);
    await page.context().close();
  });
}

test('what was read and its draft are there for everybody: in both themes, on a phone, for screen readers', async ({
  browser,
}) => {
  const page = await openAt(browser, `/clusters/${demoCluster}/import`);
  const [file] = files;
  const buffer = Buffer.from(file?.text.replace('10.9.0.1', '10.9.0.9') ?? '');
  const expectSound = async () => {
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
    }
  };
  await page.locator('input[type=file]').setInputFiles({ name: 'lvs.cf', mimeType: 'text/plain', buffer });
  await expect(page.getByRole('button', { name: 'Make a draft' })).toBeVisible();
  await expectSound();
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await expect(page.getByRole('tab', { name: 'As text' })).toBeVisible();
  await expectSound();
  await page.getByRole('tab', { name: 'As text' }).click();
  await expect(page.getByRole('textbox', { name: 'As text' })).toBeVisible();
  await expectSound();
  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('only a look');
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('link', { name: /Open the draft/ })).toHaveCount(0);
  await page.context().close();
});

test('a director’s table becomes a draft that changes nothing', async ({ browser }) => {
  const page = await openAt(browser, `/clusters/${demoCluster}/import`);
  await page.getByText('A director’s table').click();
  await page.getByRole('button', { name: 'Read its table' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '-A -t 10.0.0.100:80 -s wrr' })).toContainText(
    'TCP 10.0.0.100:80 wrr',
  );
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await expect(page.getByText('It says the same as the revision it is compared with.')).toBeVisible();
  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('only a look');
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page).toHaveURL(new RegExp(`/clusters/${demoCluster}$`));
  expect(await site.caller.drafts.list.query({ cluster: demoCluster })).toEqual([]);
  await page.context().close();
});

test('what is no such file says why, and can be read as something else', async ({ browser }) => {
  const page = await openAt(browser, `/clusters/${demoCluster}/import`);
  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await choose('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  await expect(page.getByText(/It is not a text/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a draft' })).toHaveAccessibleDescription(
    'There is nothing to make a draft of.',
  );
  await page.getByRole('button', { name: 'Read something else' }).click();
  await choose('words.txt', Buffer.from('some words\nand more\n'));
  await expect(page.getByText(/none of the formats/)).toBeVisible();
  await page.getByLabel('Read as').selectOption('keepalived');
  await expect(page.getByText('as you chose')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'some words' })).toContainText('left out');
  await page.context().close();
});

test('a definition is exported in every format, and what was exported is imported as the same', async ({ browser }) => {
  const page = await openAt(browser, `/clusters/${demoCluster}`);
  const yaml = await (async () => {
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('menuitem', { name: 'YAML' }).click();
    const dialog = page.getByRole('dialog');
    for (const [name, text] of [
      ['ipvsadm-restore rules', '-A -t 10.0.0.100:80 -s wrr'],
      ['keepalived.conf', 'virtual_server 10.0.0.100 80 {'],
      ['JSON', '"services"'],
      ['start/stop script', '#!/bin/sh'],
      ['YAML', 'services:'],
    ] as const) {
      await dialog.getByRole('radio', { name }).click();
      await expect(dialog.locator('pre')).toContainText(text);
    }
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: /^Download/ }).click();
    return (await download).path();
  })();
  await page.goto(`${site.console.url}/clusters/${demoCluster}/import`);
  await page.locator('input[type=file]').setInputFiles(yaml);
  await expect(page.getByLabel('Read as')).toHaveValue('shoal-yaml');
  await page.getByText('Replace the whole definition').click();
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await expect(page.getByText('It says the same as the revision it is compared with.')).toBeVisible();
  await page.context().close();
});
