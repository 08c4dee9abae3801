import { expect, test } from '@/e2e/fixtures';

test('a shopper finds a product, buys it and sees the paid order', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const product = await stockProduct({ title: 'Harbour at Dusk', stock: 3 });
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour at Dusk');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/cart');
  await expect(page.getByText('Harbour at Dusk')).toBeVisible();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await page.getByLabel('E-mail').fill(shopper.email);
  await page.getByRole('button', { name: 'Pay' }).click();
  await expect(page.getByText('Paid')).toBeVisible();
});
