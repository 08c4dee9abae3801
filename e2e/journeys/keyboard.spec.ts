import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';

/** Presses Tab until what the name says has the focus. */
async function tabTo(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  await expect(target).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`60 times Tab did not reach ${name}`);
}

test('a shopper buys with the keyboard alone', async ({ page, stockProduct, shopper }) => {
  const product = await stockProduct();
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled();
  await tabTo(page, 'button', 'Add to cart');
  await page.keyboard.press('Enter');
  await tabTo(page, 'link', 'View cart');
  await page.keyboard.press('Enter');
  await tabTo(page, 'link', 'Checkout');
  await page.keyboard.press('Enter');
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(shopper.email);
  // The country is the shop's own; from there on every field follows the one before.
  for (const text of [
    '',
    shopper.name,
    shopper.line1,
    '',
    shopper.city,
    shopper.region,
    shopper.postalCode,
  ]) {
    await page.keyboard.press('Tab');
    if (text !== '') await page.keyboard.type(text);
  }
  await expect(page.getByRole('button', { name: 'Continue to payment' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
  await tabTo(page, 'button', /^Pay \$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Paid' })).toBeVisible();
});

test('no page is wider than its window', async ({ page, stockProduct }) => {
  const product = await stockProduct({ title: `A rather long title of ${'an unbreakable'.repeat(4)} print` });
  for (const path of [
    '/',
    '/collections/all',
    '/search?query=print',
    `/products/${product.slug}`,
    '/cart',
    '/checkout',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
