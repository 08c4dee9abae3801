import { expect, orderOne, tellAddress, test } from '@/e2e/fixtures';
import { countOrdersOf } from '@/e2e/support/orders';
import { first } from '@/e2e/support/pick';
import { setStock } from '@/e2e/support/product';

// The same at every width: once is enough.
test.skip(({ isMobile }) => !isMobile);

test('the last unit goes to another, and the page says so at the click', async ({ page, stockProduct }) => {
  const product = await stockProduct({ stock: 1 });
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByText('Last one')).toBeVisible();
  await setStock(first(product.variants).id, 0);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('The last one has just gone. Nothing was added.')).toBeVisible();
});

test('a cart that became too large says what is left and lets one take it', async ({
  page,
  stockProduct,
}) => {
  const product = await stockProduct({ stock: 5 });
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByLabel('Quantity', { exact: true }).fill('5');
  await expect(page.getByText(/Cart updated/)).toBeVisible();
  await setStock(first(product.variants).id, 3);
  await page.reload();
  await expect(page.getByText('Only 3 are left.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Checkout' })).toBeDisabled();
  await page.getByRole('button', { name: 'Change to 3' }).click();
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible();
});

test('what is left of a cart can be ordered after a line has gone', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const scarce = await stockProduct({ title: 'Scarce Sheet', stock: 1 });
  const plenty = await stockProduct({ title: 'Plenty Sheet', stock: 50 });
  for (const { slug } of [scarce, plenty]) {
    await page.goto(`/products/${slug}`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(page.getByText(/^Added\./)).toBeVisible();
  }
  await page.goto('/checkout');
  await tellAddress(page, shopper);
  await setStock(first(scarce.variants).id, 0);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'Not everything is left' });
  await expect(refusal).toContainText('Scarce Sheet: sold out');
  expect(await countOrdersOf(shopper.email)).toBe(0);
  await refusal.getByRole('button', { name: 'Take what is left' }).click();
  await expect(refusal).toBeHidden();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
  await expect(page.getByText('Plenty Sheet')).toBeVisible();
  await expect(page.getByText('Scarce Sheet')).toBeHidden();
});

test('an order whose time is over goes back into the cart', async ({ page, stockProduct, shopper }) => {
  await orderOne(page, await stockProduct({ title: 'Late Light', stock: 2 }), shopper);
  // The shop's answer from the future: a real hold lasts ten minutes.
  await page.route('**/api/orders/*', async (route) => {
    const order = await (await route.fetch()).json();
    await route.fulfill({ json: { ...order, status: 'expired' } });
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Expired' })).toBeVisible();
  await page.getByRole('button', { name: 'Put them back into the cart' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your cart' })).toBeVisible();
  await expect(page.getByText('Late Light')).toBeVisible();
});
