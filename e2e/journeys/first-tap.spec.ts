import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';

const SCRIPTS = '**/_next/static/chunks/*.js';

/** Of the demo house: each of its products has a picture. */
const COLLECTION = '/collections/line-work';

/** Answers the first picture that is asked for in its own time. */
async function holdFirstPicture(page: Page, until: Promise<void>): Promise<void> {
  let first: string | undefined;
  await page.route('**/*.{avif,webp}', async (route) => {
    first ??= route.request().url();
    if (route.request().url() === first) await until;
    await route.continue();
  });
}

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

test('a page is there before its scripts and its later pictures are asked for', async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, 'the same at every width');
  // Long enough that the others would not have waited.
  await holdFirstPicture(page, new Promise((resolve) => setTimeout(resolve, 500)));
  await page.goto(COLLECTION);
  // The page has come to life, and the pictures beside the first ones are there.
  await expect.poll(() => page.evaluate(() => 'takeKeptTaps' in window)).toBe(false);
  const later = page.locator('.later-picture img').first();
  await expect
    .poll(() => later.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  const asked = await page.evaluate(() => {
    const loaded = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.later-picture img')].map(
      ({ currentSrc }) => currentSrc,
    );
    return performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js') || pictures.includes(name))
      .map(({ name, startTime }) => ({ name, before: loaded.loadEventStart - startTime }));
  });
  expect(asked.filter(({ name }) => name.endsWith('.js')).length).toBeGreaterThan(3);
  expect(asked.filter(({ name }) => !name.endsWith('.js')).length).toBeGreaterThan(0);
  expect(asked.filter(({ before }) => before > 0)).toEqual([]);
});

test('nothing waits for a first picture that does not come', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same at every width');
  await page.clock.install();
  await holdFirstPicture(page, new Promise(() => {}));
  await page.goto(COLLECTION, { waitUntil: 'domcontentloaded' });
  const later = page.locator('.later-picture').first();
  await expect(later).toHaveCSS('content-visibility', 'hidden');
  await page.clock.fastForward(3_000);
  await expect(later).toHaveCSS('content-visibility', 'auto');
});

test('a page that is come to from one without pictures shows them all', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same at every width');
  await page.goto('/cart');
  await page.getByRole('banner').getByRole('link').first().click();
  await expect(page).toHaveURL('/');
  await expect(page.locator('.later-picture').first()).toHaveCSS('content-visibility', 'auto');
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

test('a market that is chosen on a page whose scripts never come is entered at its front page', async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, 'the same at every width');
  await page.clock.install();
  await openWithoutScripts(page, COLLECTION);
  await page.getByRole('link', { name: 'France (français, EUR)' }).click();
  await expect(page).toHaveURL(COLLECTION);
  await page.clock.fastForward(5_000);
  await expect(page).toHaveURL('/fr-fr');
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
