import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';

const SCRIPTS = '**/_next/static/chunks/*.js';

/** Opens a page on a line so slow that its scripts come when they are let through. */
async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
  let letThrough = () => {};
  const through = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(SCRIPTS, async (route) => {
    await through;
    await route.continue();
  });
  await page.goto(path);
  return letThrough;
}

test('a page is there before its scripts are asked for', async ({ page, stockProduct, isMobile }) => {
  test.skip(!isMobile, 'the same at every width');
  const product = await stockProduct();
  await page.goto(`/products/${product.slug}`);
  // The page has come to life.
  await expect.poll(() => page.evaluate(() => 'takeKeptTaps' in window)).toBe(false);
  const [loadedAt, ...asked] = await page.evaluate(() => [
    performance
      .getEntriesByType('navigation')
      .map((entry) => (entry as PerformanceNavigationTiming).loadEventStart)[0] ?? 0,
    ...performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ startTime }) => startTime),
  ]);
  expect(asked.length).toBeGreaterThan(3);
  expect(Math.min(...asked)).toBeGreaterThanOrEqual(loadedAt ?? Number.POSITIVE_INFINITY);
});

test('what is tapped before the scripts are there is done when they come, once', async ({
  page,
  stockProduct,
  isMobile,
}) => {
  test.skip(!isMobile, 'the same at every width');
  const product = await stockProduct({
    options: [{ name: 'Size', values: ['Small', 'Large'] }],
    variants: ['Small', 'Large'].map((size) => ({ optionValues: [size] })),
  });
  const letThrough = await openWithoutScripts(page, `/products/${product.slug}`);
  await page.getByRole('radio', { name: 'Large' }).click();
  const add = page.getByRole('button', { name: 'Add to cart' });
  await add.click();
  await add.click();
  await expect(page.getByText(/^Added\./)).toBeHidden();
  letThrough();
  await expect(page.getByText(/^Added\./)).toBeVisible();
  await page.goto('/cart');
  await expect(page.getByText('Large')).toBeVisible();
  await expect(page.getByLabel('Quantity', { exact: true })).toHaveValue('1');
});

test('another market is the same page there, also when it is chosen before the scripts are there', async ({
  page,
  stockProduct,
  isMobile,
}) => {
  test.skip(!isMobile, 'the same at every width');
  const product = await stockProduct();
  const letThrough = await openWithoutScripts(page, `/products/${product.slug}`);
  await page.getByRole('link', { name: 'France (français, EUR)' }).click();
  letThrough();
  await expect(page).toHaveURL(`/fr-fr/products/${product.slug}`);
});

test('what is typed before the scripts are there is searched for', async ({
  page,
  stockProduct,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone searches on a page of its own');
  const product = await stockProduct();
  const letThrough = await openWithoutScripts(page, '/');
  await page.getByRole('combobox').first().fill(product.title);
  letThrough();
  await expect(page.getByRole('option', { name: product.title }).first()).toBeVisible();
});
