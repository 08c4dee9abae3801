import { expect, tellAddress, test } from '@/e2e/fixtures';
import { countOrdersOf } from '@/e2e/support/orders';
import { usd } from '@/e2e/support/product';

test('a shopper browses, chooses among what there is, and a double click orders once', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const product = await stockProduct({
    title: 'Harbour at Dusk',
    options: [
      { name: 'Size', values: ['Small', 'Large'] },
      { name: 'Paper', values: ['Cotton', 'Rag'] },
    ],
    variants: [
      { optionValues: ['Small', 'Cotton'], stock: 0 },
      { optionValues: ['Small', 'Rag'], stock: 4 },
      { optionValues: ['Large', 'Cotton'], stock: 3, price: usd(5_900) },
    ],
  });
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Everything' })).toBeVisible();
  await page.locator(`a[href="/products/${product.slug}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour at Dusk' })).toBeVisible();

  // What can be bought is chosen already; what cannot is marked and stays in sight.
  await expect(page.getByRole('radio', { name: 'Small' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Cotton, sold out' })).toBeVisible();
  await expect(page.getByText('4 left')).toBeVisible();
  await page.getByRole('radio', { name: 'Large' }).click();
  await expect(page.getByRole('radio', { name: 'Cotton' })).toBeChecked();
  await expect(page.getByText('$59.00')).toBeVisible();
  await expect(page.getByText('3 left')).toBeVisible();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  const openedAt = await page.evaluate(() => performance.timeOrigin);
  await page.getByRole('link', { name: 'View cart' }).click();
  await expect(page.getByText('Size: Large')).toBeVisible();
  // The shop's links are followed in place: it is still the same document.
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(openedAt);
  await page.getByRole('link', { name: 'Checkout' }).click();

  await tellAddress(page, shopper);
  await page.getByRole('button', { name: 'Continue to payment' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
  expect(await countOrdersOf(shopper.email)).toBe(1);
});

test('a long collection goes on page by page', async ({ page, request }) => {
  const { nextCursor } = await (await request.get('/api/products?limit=24')).json();
  test.skip(nextCursor === null, 'The shop has fewer than 25 products.');
  await page.goto('/collections/all');
  const firstLink = page.getByRole('article').first().getByRole('link');
  const address = (await firstLink.getAttribute('href')) ?? '';
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page.getByRole('link', { name: 'Back to the beginning' })).toBeVisible();
  await expect(firstLink).not.toHaveAttribute('href', address);
  await page.getByRole('link', { name: 'Back to the beginning' }).click();
  await expect(page.getByRole('link', { name: 'Back to the beginning' })).toBeHidden();
});

test('an address that does not exist says so and leads on', async ({ page }) => {
  for (const path of ['/xx-yy/cart', '/no-such-file.txt', '/docs/nothing', '/products/no-such-print']) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'Nothing at this address' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Look through everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Everything' })).toBeVisible();
});
