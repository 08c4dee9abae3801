import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, orderOne, test } from '@/e2e/fixtures';
import { axe } from '@/e2e/support/axe';
import { mailedLink, PASSWORD, putCustomer } from '@/e2e/support/people';
import { shop } from '@/e2e/support/shop';

const open = async (page: Page, link: URL) => page.goto(`${link.pathname}${link.hash}`);

/** Signing in by hand is the other journeys' business. */
async function enter(page: Page, { email, cookie }: { email: string; cookie: string }): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: shop.url }]);
  await page.goto('/account');
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible();
}

/** The text of the file that a button gives. */
async function downloaded(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

async function expectSound(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBe(0);
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}

test('a customer signs in by mail, and a program that looks into the link first does not use it up', async ({
  page,
}) => {
  const { email } = await putCustomer();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Send me a link instead' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  const link = await mailedLink(email, '/account/sign-in');
  // A scanner opens the page, with its scripts, and presses nothing.
  await open(page, link);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  expect(new URL(page.url()).hash).toBe('');
  await page.goto('about:blank');
  await open(page, link);
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible();
  await page.goto('about:blank');
  await open(page, link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This link opens nothing' })).toBeVisible();
});

test('a saved address fills in the next checkout, whose order is seen without a token', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const product = await stockProduct();
  const customer = await putCustomer(shopper.email);
  const { email } = customer;
  await enter(page, customer);
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await page.getByLabel('Full name').fill(shopper.name);
  await page.getByLabel('Street and number').fill(shopper.line1);
  await page.getByLabel('City').fill(shopper.city);
  await page.getByLabel('State or province').selectOption(shopper.region);
  await page.getByLabel('Postal code').fill(shopper.postalCode);
  await page.getByLabel('Save this address in your account').check();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();

  await page.goto('/account/orders');
  await page.getByRole('link', { name: /^Order \d+/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');

  await page.goto('/account/addresses');
  await expect(page.getByRole('listitem').filter({ hasText: shopper.line1 })).toContainText('Default');
  await page.getByRole('button', { name: 'Add an address' }).click();
  await page.getByLabel('Full name').fill('Bo Office');
  await page.getByLabel('Street and number').fill('9 Office Park');
  await page.getByLabel('City').fill('Salem');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Please fill this in.').first()).toBeVisible();
  await page.getByLabel('State or province').selectOption('Oregon');
  await page.getByLabel('Postal code').fill('97301');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('The address is saved.')).toBeVisible();
  await expectSound(page, 'addresses');

  // A new visit, whose form knows nothing yet.
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/in your cart/).first()).toBeVisible();
  await page.goto('/checkout');
  await expect(page.getByLabel('Street and number')).toHaveValue(shopper.line1);
  await page.getByLabel('Your addresses').selectOption({ label: 'Bo Office, 9 Office Park, Salem' });
  await expect(page.getByLabel('Postal code')).toHaveValue('97301');
});

test('a customer changes name, address and password', async ({ page }) => {
  const customer = await putCustomer();
  const next = `next-${customer.email}`;
  await enter(page, customer);
  await page.getByRole('link', { name: 'Details & security' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByText('Your name is saved.')).toBeVisible();

  await page.getByRole('button', { name: 'Change address' }).click();
  await page.getByLabel('New e-mail address').fill(next);
  await page.getByLabel('Present password').first().fill(PASSWORD);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText(`Waiting for ${next}`)).toBeVisible();
  await expectSound(page, 'details');
  await open(page, await mailedLink(next, '/account/confirm-email'));
  await page.getByRole('button', { name: 'Confirm this address' }).click();
  await expect(page.getByText(`Your account goes by ${next} now`)).toBeVisible();

  await page.getByRole('link', { name: 'Go to your account' }).click();
  await page.getByLabel('Present password').fill('wrong horse battery');
  await page.getByLabel('New password').fill('another horse entirely');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await page.getByLabel('Present password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed')).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Ada Lovelace' })).toBeVisible();
  await expectSound(page, 'overview');
});

test('a customer takes their data away, and out', async ({ page, stockProduct, shopper }) => {
  const customer = await putCustomer(shopper.email);
  const { email } = customer;
  await orderOne(page, await stockProduct(), shopper);
  await enter(page, customer);
  await page.getByRole('link', { name: 'Your data' }).click();
  const [readable, json] = [
    await downloaded(page, 'To read (HTML)'),
    await downloaded(page, 'For programs (JSON)'),
  ];
  const [order] = (JSON.parse(json) as { orders: { number: number }[] }).orders;
  for (const text of [email, `Order ${order?.number}`, shopper.line1]) expect(readable).toContain(text);

  await page.getByLabel('Your password, to confirm').fill(PASSWORD);
  await page.getByRole('button', { name: 'Erase my account' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not while an order is under way' })).toBeVisible();
  await expectSound(page, 'data');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Order \d+/ })
    .click();
  await page.getByRole('button', { name: /^Pay/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Paid' })).toBeVisible();
});

test('whoever has nothing to wait for is erased, and signed out', async ({ page }) => {
  await enter(page, await putCustomer());
  await page.goto('/account/data');
  await page.getByLabel('Your password, to confirm').fill(PASSWORD);
  await page.getByRole('button', { name: 'Erase my account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your data is erased' })).toBeVisible();
  await page.goto('/account/orders');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
