import { expect, type Page } from '@playwright/test';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Signs in through the form, as a person does, and waits for the overview. */
export async function signInAs(page: Page, url: string, { username, password }: Credentials): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
}

/** From an open preview to the kernel: writes the reason, applies, and waits until each director's read-back agrees. */
export async function applyWithReason(page: Page, reason: string, directors: number): Promise<void> {
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Reason').fill(reason);
  await drawer.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(drawer.getByText('read back: agrees')).toHaveCount(directors);
  await drawer.getByRole('button', { name: 'Done' }).click();
  await expect(drawer).toHaveCount(0);
}

/** The row of a destination or other entry in the tables of a page. */
export const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
