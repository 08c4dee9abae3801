import { expect, test } from '@/e2e/fixtures';
import { countOrdersOf } from '@/e2e/support/orders';
import { first } from '@/e2e/support/pick';
import { setStock } from '@/e2e/support/product';
import { fillCheckout, putIntoCart } from '@/e2e/support/shopping';

test('what is sold out says so and cannot be put into the cart', async ({ page, stockProduct }) => {
  const product = await stockProduct({ stock: 0 });
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByRole('button', { name: 'Sold out' })).toBeDisabled();
});

test('the last unit goes to another, and the page says so at the click', async ({ page, stockProduct }) => {
  const product = await stockProduct({ stock: 1 });
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByText('1 left')).toBeVisible();
  await setStock(first(product.variants).id, 0);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('The last one has just gone. Nothing was added.')).toBeVisible();
});

test('a cart that became too large says what is left and lets one take it', async ({
  page,
  stockProduct,
}) => {
  const product = await stockProduct({ title: 'Three of Five', stock: 5 });
  await putIntoCart(page, product);
  await page.goto('/cart');
  await page.getByLabel('Quantity', { exact: true }).fill('5');
  await expect(page.getByText(/Cart updated/)).toBeVisible();
  await setStock(first(product.variants).id, 3);
  await page.reload();
  await expect(page.getByText('Only 3 are left.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Checkout' })).toBeDisabled();
  await page.getByRole('button', { name: 'Change to 3' }).click();
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible();
});

test('stock that goes during checkout names the line, and nothing is ordered', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const scarce = await stockProduct({ title: 'Scarce Sheet', stock: 1 });
  const plenty = await stockProduct({ title: 'Plenty Sheet', stock: 50 });
  await putIntoCart(page, scarce);
  await putIntoCart(page, plenty);
  await page.goto('/checkout');
  await fillCheckout(page, shopper);
  await setStock(first(scarce.variants).id, 0);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'Not everything is left' });
  await expect(refusal).toContainText('Scarce Sheet: sold out');
  expect(await countOrdersOf(shopper.email)).toBe(0);
  await refusal.getByRole('button', { name: 'Take what is left' }).click();
  await expect(refusal).toBeHidden();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
  await expect(page.getByText('Plenty Sheet')).toBeVisible();
  await expect(page.getByText('Scarce Sheet')).toBeHidden();
});
