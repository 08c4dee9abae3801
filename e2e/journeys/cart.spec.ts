import { expect, test } from '@/e2e/fixtures';
import { callAsOwner } from '@/e2e/support/client';
import { first } from '@/e2e/support/pick';
import { usd } from '@/e2e/support/product';

test('what is added opens the cart beside the page, and the page is as it was when it closes', async ({
  page,
  stockProduct,
}) => {
  const product = await stockProduct({ title: 'Open Drawer', price: usd(2_000), stock: 9 });
  await page.goto(`/products/${product.slug}`);
  const add = page.getByRole('button', { name: 'Add to cart' });
  await add.click();
  const drawer = page.getByRole('dialog', { name: 'Your cart' });
  await expect(drawer.getByRole('status').filter({ hasText: 'Added. 1 in your cart.' })).toBeVisible();
  await drawer.getByRole('button', { name: 'One more Open Drawer' }).click();
  await expect(drawer.getByRole('region', { name: 'Subtotal' })).toContainText('$40.00');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(add).toBeFocused();
  await expect(page.getByRole('link', { name: 'Cart, 2 items' })).toBeVisible();
  await page.getByRole('link', { name: 'Cart, 2 items' }).click();
  await drawer.getByRole('button', { name: 'Remove Open Drawer' }).click();
  await expect(drawer.getByRole('heading', { name: 'There is nothing in it yet.' })).toBeFocused();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('link', { name: 'Cart', exact: true })).toBeFocused();
});

test('the last change goes along when one moves on at once', async ({ page, stockProduct }) => {
  const product = await stockProduct({ title: 'In a Hurry', price: usd(1_000), stock: 9 });
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  const drawer = page.getByRole('dialog', { name: 'Your cart' });
  await drawer.getByRole('button', { name: 'One more In a Hurry' }).click();
  await drawer.getByRole('link', { name: 'Checkout' }).click();
  await expect(page.getByRole('region', { name: 'Your order' })).toContainText('× 2');
});

test('two tabs have one cart', async ({ page, context, stockProduct }) => {
  const product = await stockProduct({ title: 'Seen Twice', stock: 9 });
  const other = await context.newPage();
  await other.goto('/cart');
  await expect(other.getByText('There is nothing in it yet.')).toBeVisible();
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(other.getByRole('heading', { name: 'Seen Twice' })).toBeVisible();
  await other.getByRole('button', { name: 'Remove Seen Twice' }).click();
  await expect(page.getByRole('dialog').getByText('There is nothing in it yet.')).toBeVisible();
});

test('a price that changed and a thing that was taken off the shelf are said at their lines', async ({
  page,
  stockProduct,
}) => {
  const dearer = await stockProduct({ title: 'Dearer Now', price: usd(1_000), stock: 9 });
  const gone = await stockProduct({ title: 'Off the Shelf', price: usd(500), stock: 9 });
  for (const { slug } of [dearer, gone]) {
    await page.goto(`/products/${slug}`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(page.getByText(/^Added\./)).toBeVisible();
  }
  await callAsOwner('PATCH', `/api/admin/products/${dearer.id}`, {
    json: { variants: [{ id: first(dearer.variants).id, price: usd(1_500) }] },
  });
  await callAsOwner('PATCH', `/api/admin/products/${gone.id}`, { json: { status: 'archived' } });
  await page.goto('/cart');
  await expect(
    page.getByText('The price has changed: $15.00 each now, $10.00 when you put it in.'),
  ).toBeVisible();
  await expect(page.getByText('Sold out meanwhile. Take it out to go on.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Checkout' })).toBeDisabled();
  await page.getByRole('button', { name: 'Remove Off the Shelf' }).click();
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible();
});

test('without a connection the cart stays in sight', async ({ page, context, stockProduct }) => {
  const product = await stockProduct({ title: 'Far from Shore', stock: 9 });
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/^Added\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible();
  await page.getByRole('link', { name: 'Cart, 1 item' }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Far from Shore' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('status').filter({ hasText: 'You are offline' })).toBeHidden();
});
