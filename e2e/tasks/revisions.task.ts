import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { demoCluster } from '../demo/demo-definition.ts';
import { applyWithReason, type Credentials, row, signInAs } from './console-page.ts';
import { openSimulated, type SimulatedSite } from './open-simulated.ts';

/** Revisions compared and gone back to, drafts, and two people who change the same cluster at once. */
let site: SimulatedSite;
type State = Awaited<ReturnType<BrowserContext['storageState']>>;
let admin: State;
let olga: State;
const web = '/clusters/shop/services/tcp-10.0.0.100-80';
const revisions = '/clusters/shop?tab=revisions';

test.beforeAll(async ({ browser }) => {
  site = await openSimulated();
  const { password } = await site.caller.access.create.mutate({ username: 'olga', name: 'Olga', role: 'operator' });
  const signedIn = async (credentials: Credentials): Promise<State> => {
    const context = await browser.newContext();
    await signInAs(await context.newPage(), site.console.url, credentials);
    const state = await context.storageState();
    await context.close();
    return state;
  };
  admin = await signedIn(site.administrator);
  olga = await signedIn({ username: 'olga', password });
});
test.afterAll(() => site?.close());

async function openAs(browser: Browser, storageState: State, path: string): Promise<Page> {
  const page = await (await browser.newContext({ storageState })).newPage();
  await page.goto(site.console.url + path);
  return page;
}

const current = () => site.caller.definition.current.query({ cluster: demoCluster });

/** Somebody else's change, made while a form is open. */
async function meanwhile(weight: number, reason: string): Promise<void> {
  const destination = { address: '10.0.0.21', port: 80, forwarding: 'direct-routing' as const, weight };
  const { revision } = await current();
  const applied = await site.caller.definition.applyChange.mutate({
    cluster: demoCluster,
    base: revision,
    change: { kind: 'edit-destination', service: 'TCP 10.0.0.100:80', key: '10.0.0.21:80', destination },
    reason,
  });
  expect(applied.ok).toBe(true);
}

async function weightOf(address: string): Promise<number | undefined> {
  const { definition } = await current();
  return definition.services
    .find(({ name }) => name === 'web')
    ?.destinations.find((destination) => destination.address === address)?.weight;
}

test('any two revisions are compared, and going back is a revision of its own', async ({ browser }) => {
  await meanwhile(7, 'rs1 got more memory');
  await meanwhile(2, 'rs1 is slow after all');
  const page = await openAs(browser, admin, revisions);
  await row(page, 'rs1 got more memory').getByRole('checkbox').check();
  await row(page, 'rs1 is slow after all').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Compare 2 with 3' }).click();
  await expect(page).toHaveURL(/compare=2,3/);
  const difference = page.getByRole('list', { name: 'What differs' });
  await expect(difference.getByRole('listitem').filter({ hasText: '10.0.0.21:80' })).toContainText('weight');
  await expect(difference.locator('del')).toHaveText('7');
  await expect(difference.locator('ins')).toHaveText('2');
  await page.getByText('ipvsadm lines').click();
  await expect(page.getByText('ipvsadm -e -t 10.0.0.100:80 -r 10.0.0.21:80 -g -w 2')).toBeVisible();

  await page.getByRole('button', { name: 'All revisions' }).click();
  await row(page, 'the demo').getByRole('button', { name: 'More for revision 1' }).click();
  await page.getByRole('menuitem', { name: 'Go back to this revision…' }).click();
  await expect(page.getByRole('dialog').getByText('ipvsadm -e -t 10.0.0.100:80 -r 10.0.0.21:80 -g -w 1')).toHaveCount(
    2,
  );
  await applyWithReason(page, 'back to how it was', 2);
  await expect(row(page, 'back to how it was')).toContainText('4');
  expect(await weightOf('10.0.0.21')).toBe(1);
  await page.context().close();
});

test('two people change the same cluster: both changes are seen, clashes are chosen, nothing is lost', async ({
  browser,
}) => {
  const page = await openAs(browser, olga, `${web}?drawer=edit-destination~10.0.0.21:80`);
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Weight', { exact: true }).fill('4');
  await drawer.getByRole('button', { name: 'Preview' }).click();
  await meanwhile(9, 'a bigger machine');
  await drawer.getByLabel('Reason').fill('four is enough');
  await drawer.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(drawer.getByText(/a bigger machine/)).toBeVisible();
  await expect(drawer.getByRole('region', { name: 'Theirs' })).toContainText('9');
  await expect(drawer.getByRole('region', { name: 'Yours' })).toContainText('4');
  await expect(drawer.getByRole('radio', { name: /Theirs/ })).toBeChecked();
  await drawer.getByRole('radio', { name: /Yours/ }).check();
  await drawer.getByRole('button', { name: 'Preview again' }).click();
  await expect(drawer.getByText('-r 10.0.0.21:80 -g -w 4').first()).toBeVisible();
  await expect(drawer.getByLabel('Reason')).toHaveValue('four is enough');
  await applyWithReason(page, 'four is enough', 2);
  expect(await weightOf('10.0.0.21')).toBe(4);
  await page.context().close();
});

test('changes of different places are put together by themselves', async ({ browser }) => {
  const page = await openAs(browser, olga, `${web}?drawer=edit-destination~10.0.0.22:80`);
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Weight', { exact: true }).fill('6');
  await drawer.getByRole('button', { name: 'Preview' }).click();
  await meanwhile(8, 'more again');
  await drawer.getByLabel('Reason').fill('rs2 as well');
  await drawer.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(drawer.getByText(/don’t touch the same places/)).toBeVisible();
  await drawer.getByRole('button', { name: 'Preview again' }).click();
  await applyWithReason(page, 'rs2 as well', 2);
  expect([await weightOf('10.0.0.21'), await weightOf('10.0.0.22')]).toEqual([8, 6]);
  await page.context().close();
});

test('what is typed into a form survives a reload, until it is discarded', async ({ browser }) => {
  const page = await openAs(browser, olga, `${web}?drawer=edit-destination~10.0.0.22:80`);
  const drawer = page.getByRole('dialog');
  const weight = drawer.getByLabel('Weight', { exact: true });
  await weight.fill('77');
  await page.reload();
  await expect(drawer.getByText('Restored what you had typed.')).toBeVisible();
  await expect(weight).toHaveValue('77');
  await drawer.getByRole('button', { name: 'Discard it' }).click();
  await expect(weight).toHaveValue('6');
  await page.reload();
  await expect(weight).toHaveValue('6');
  await expect(drawer.getByText('Restored what you had typed.')).toHaveCount(0);
  await page.context().close();
});

test('a change is kept as a draft, opened in another browser, edited as text, and applied over a newer revision', async ({
  browser,
}) => {
  const page = await openAs(browser, olga, `${web}?drawer=edit-destination~10.0.0.22:80`);
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Weight', { exact: true }).fill('11');
  await drawer.getByRole('button', { name: 'Preview' }).click();
  await drawer.getByRole('button', { name: 'Keep as draft…' }).click();
  await drawer.getByLabel('Title').fill('More for rs2');
  await drawer.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(drawer.getByText(/Nothing was applied/)).toBeVisible();
  expect(await weightOf('10.0.0.22')).toBe(6);
  await page.context().close();

  const other = await openAs(browser, admin, '/clusters/shop');
  await other.getByRole('link', { name: 'Open the draft More for rs2' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'More for rs2' })).toBeVisible();
  await expect(other.getByRole('list', { name: 'What differs' }).locator('ins')).toHaveText('11');
  await other.getByRole('tab', { name: 'As text' }).click();
  const text = other.getByRole('textbox', { name: 'As text' });
  const written = await text.inputValue();
  await text.fill(written.replace('weight: 11', 'weight: much'));
  await expect(other.getByRole('button', { name: 'Save to the draft' })).toHaveAccessibleDescription(
    'The text has problems.',
  );
  await expect(other.getByRole('button', { name: /^Line \d+$/ }).first()).toBeVisible();
  await text.fill(written.replace('weight: 11', 'weight: 12'));
  await other.reload();
  await expect(text).toHaveValue(/weight: 12/);
  await other.getByRole('button', { name: 'Save to the draft' }).click();
  await expect(other.getByText('Saved.')).toBeVisible();

  await meanwhile(3, 'rs1 is slow again');
  await other.getByRole('button', { name: 'Preview…' }).click();
  const steps = other.getByRole('dialog');
  await expect(steps.getByText(/rs1 is slow again/)).toBeVisible();
  await steps.getByRole('button', { name: 'Preview again' }).click();
  await steps.getByText('First', { exact: true }).click();
  await steps.getByLabel('Reason').fill('rs2 takes more');
  await steps.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(steps.getByText('read back: agrees')).toHaveCount(2);
  await steps.getByRole('button', { name: 'Done' }).click();
  await expect(other.getByRole('link', { name: /Open the draft/ })).toHaveCount(0);
  expect([await weightOf('10.0.0.21'), await weightOf('10.0.0.22')]).toEqual([3, 12]);
  await other.context().close();
});
