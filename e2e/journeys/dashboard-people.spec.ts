import type { Locator, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from '@/e2e/fixtures';
import { freshEmail, freshWord } from '@/e2e/support/fresh';
import { mailedLink, makeMember, PASSWORD } from '@/e2e/support/people';
import { signInAs } from '@/e2e/support/sign-in';

const STEP_MS = 30_000;
const ACCOUNT = '/dashboard/settings/account';

/** The code of the step that is `steps` after the present one: an app may be one ahead. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + steps * STEP_MS,
  });

const textOf = async (shown: Locator) => (await shown.textContent()) ?? '';

async function typePassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').focus();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
}

/** Goes to a control by the Tab key alone, as people without a mouse do. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name });
  for (let stop = 0; stop < 60; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not come to ${name}.`);
}

test('a second factor is set up and used by keyboard, and gives way to a recovery code', async ({ page }) => {
  const member = await makeMember('support');
  await page.goto(`/dashboard/sign-in?next=${ACCOUNT}`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await typePassword(page, member.email);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign-in and security' })).toBeVisible();
  await expect(page.getByText('not set up')).toBeVisible();

  await tabTo(page, 'Set up a second factor');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Your password' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Your password' }).focus();
  await page.keyboard.type('not my password');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('This is not your password.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = await textOf(dialog.getByRole('code'));
  await dialog.getByRole('textbox', { name: 'Code' }).focus();
  await page.keyboard.type(codeOf(secret));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Your recovery codes')).toBeVisible();
  const [recoveryCode = ''] = (await textOf(dialog.getByRole('code'))).split(/\s+/);
  await page.keyboard.press('Escape');
  await expect(page.getByText('10 recovery codes left')).toBeVisible();

  await page.context().clearCookies();
  await page.goto(`/dashboard/sign-in?next=${ACCOUNT}`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await typePassword(page, member.email);
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'not the code' })).toBeVisible();
  await page.keyboard.type(codeOf(secret, 1));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign-in and security' })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(`/dashboard/sign-in?next=${ACCOUNT}`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await typePassword(page, member.email);
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.keyboard.type(recoveryCode.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByText('9 recovery codes left')).toBeVisible();
});

test('somebody is invited, invited again, and comes in by the mail', async ({ page, browser }) => {
  const [name, email] = [`Ada ${freshWord()}`, freshEmail()];
  await signInAs(page, 'owner', '/dashboard/settings/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Role').selectOption('viewer');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  const first = await textOf(dialog.getByRole('code'));
  await dialog.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row.getByText(/^invited/)).toBeVisible();
  await row.getByRole('button', { name: `What can be done about ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Send the invitation again' }).click();
  await expect(dialog.getByRole('code')).toBeVisible();
  expect(await textOf(dialog.getByRole('code'))).not.toBe(first);
  await dialog.getByRole('button', { name: 'Done' }).click();

  const invited = await browser.newPage();
  const old = new URL(first);
  await invited.goto(`${old.pathname}${old.hash}`);
  await invited.getByLabel('New password').fill(PASSWORD);
  await invited.getByRole('button', { name: 'Choose this password' }).click();
  await expect(invited.getByRole('alert').filter({ hasText: 'opens nothing' })).toBeVisible();
  let link = old;
  await expect(async () => {
    link = await mailedLink(email);
    expect(link.hash).not.toBe(old.hash);
  }).toPass({ timeout: 20_000 });
  // Another part after # alone loads nothing anew.
  await invited.goto('about:blank');
  await invited.goto(`${link.pathname}${link.hash}`);
  await invited.getByLabel('New password').fill(PASSWORD);
  await invited.getByRole('button', { name: 'Choose this password' }).click();
  await expect(invited.getByText('Your password is changed')).toBeVisible();
  await invited.close();
  await expect(row.getByText('active')).toBeVisible({ timeout: 15_000 });
});

test('each role is shown what it may, and nothing that would be refused', async ({ page }) => {
  await signInAs(page, 'manager', '/dashboard/settings');
  const settings = page.getByRole('main');
  await expect(settings.getByRole('link', { name: /Webhooks/ })).toBeVisible();
  for (const name of [/People/, /API keys/])
    await expect(settings.getByRole('link', { name })).toHaveCount(0);
  await page.goto('/dashboard/settings/people');
  await expect(page.getByText('Your role may not see this.')).toBeVisible();

  await page.context().clearCookies();
  await signInAs(page, 'viewer', '/dashboard/settings/shop');
  await expect(page.getByLabel('Name', { exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0);
  await page.goto('/dashboard/discounts');
  await expect(
    page.getByRole('table', { name: 'Discounts' }).or(page.getByText('No discounts yet')),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'New discount' })).toHaveCount(0);

  await page.context().clearCookies();
  await signInAs(page, 'support', '/dashboard/settings');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([/Sign-in and security/]);
});
