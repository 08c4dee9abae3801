import { expect, orderOne, test } from '@/e2e/fixtures';
import { queryDatabase } from '@/e2e/support/database';
import { mailedLink, makeMember, PASSWORD } from '@/e2e/support/people';

const NEXT = 'another horse entirely';

test('a member of staff signs in where they were asked to, and out again', async ({ page, isMobile }) => {
  const member = await makeMember('manager');
  await page.goto('/dashboard?tab=today');
  await expect(page).toHaveURL(/\/dashboard\/sign-in/);
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password').fill('wrong horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.reload();
  const menu = page.getByRole('button', { name: 'Menu' });
  if (isMobile) await menu.click();
  await expect(page.getByRole('link', { name: /^Signed in as .*manager/ })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('an address made up by somebody else leads nowhere else', async ({ page, baseURL }) => {
  const member = await makeMember('viewer');
  await page.goto('/dashboard/sign-in?next=https://evil.example/dashboard');
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password').fill(member.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin);
});

test('whoever is disabled while they work is asked to sign in', async ({ page }) => {
  const member = await makeMember('manager');
  await page.goto('/dashboard/sign-in');
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password').fill(member.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await queryDatabase('update staff set disabled_at = now() where id = $1::uuid', [member.id]);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
});

test('a forgotten password is replaced by mail', async ({ page }) => {
  const member = await makeMember('support');
  await page.goto('/dashboard/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // Both pages ask for an address: this one shall get it.
  await expect(page.getByRole('heading', { level: 1, name: 'Forgot your password' })).toBeVisible();
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  const link = await mailedLink(member.email);
  await page.goto(`${link.pathname}${link.hash}`);
  await page.getByLabel('New password').fill(NEXT);
  // What opens the account does not stay in the address.
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: 'Choose this password' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password').fill(NEXT);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.goto(`${link.pathname}${link.hash}`);
  await page.getByLabel('New password').fill(NEXT);
  await page.getByRole('button', { name: 'Choose this password' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This link opens nothing' })).toBeVisible();
});

test('a shopper makes an account by mail and finds the order that was placed before', async ({
  page,
  stockProduct,
  shopper,
}) => {
  await orderOne(page, await stockProduct(), shopper);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByLabel('Name').fill(shopper.name);
  await page.getByLabel('E-mail').fill(shopper.email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  const link = await mailedLink(shopper.email);
  await page.goto(`${link.pathname}${link.hash}`);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Choose this password' }).click();
  await page.getByRole('link', { name: 'Go to your account' }).click();
  await expect(page.getByText(`Signed in as ${shopper.email}`)).toBeVisible();
  await page.getByRole('link', { name: /^Order \d+/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail').fill(shopper.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: /^Order \d+/ })).toBeVisible();
});

test('no page before the dashboard is wider than its window', async ({ page }) => {
  for (const path of [
    '/dashboard/sign-in',
    '/dashboard/forgot-password',
    '/dashboard/choose-password',
    '/account',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBe(0);
  }
});
