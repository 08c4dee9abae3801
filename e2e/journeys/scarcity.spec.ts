import { expect, orderOne, tellAddress, test } from '@/e2e/fixtures';
import { placeOrder } from '@/e2e/support/buyer';
import { first } from '@/e2e/support/pick';
import { setStock } from '@/e2e/support/product';

test('the last one goes to somebody else: nothing is ordered, and the shopper is told', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const product = await stockProduct({ stock: 1 });
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await tellAddress(page, shopper);
  await placeOrder(first(product.variants).id);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Not everything is left' });
  await expect(alert).toContainText(`${product.title}: sold out`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Checkout');
});

test('a sold out product cannot be added, and can again when there is more', async ({
  page,
  stockProduct,
}) => {
  const product = await stockProduct({ stock: 0 });
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByRole('button', { name: 'Sold out' })).toBeDisabled();
  await setStock(first(product.variants).id, 3);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByText('3 left')).toBeVisible();
});

test('more than there is cannot be put into the cart', async ({ page, stockProduct }) => {
  const product = await stockProduct({ stock: 1 });
  await page.goto(`/products/${product.slug}`);
  const add = page.getByRole('button', { name: 'Add to cart' });
  await add.click();
  await expect(page.getByRole('status').filter({ hasText: 'Added. 1 in your cart.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await add.click();
  await expect(page.getByRole('status').filter({ hasText: 'Only 1 is left' })).toBeVisible();
});

test('an order is for whoever holds its address, and for nobody else', async ({
  page,
  browser,
  stockProduct,
  shopper,
}) => {
  await orderOne(page, await stockProduct(), shopper);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(page.url());
  await expect(stranger.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
  // A browser of its own: the one above remembers the token that it was shown.
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url().replace(/#.*/, ''));
  await expect(other.getByRole('heading', { level: 1, name: 'We cannot show this order' })).toBeVisible();
});
