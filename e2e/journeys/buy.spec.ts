import { expect, test } from '@/e2e/fixtures';
import { countOrdersOf } from '@/e2e/support/orders';
import { usd } from '@/e2e/support/product';
import { fillCheckout } from '@/e2e/support/shopping';

test('a shopper browses, chooses, buys and sees the paid order', async ({ page, stockProduct, shopper }) => {
  const product = await stockProduct({
    title: 'Harbour at Dusk',
    options: [
      { name: 'Size', values: ['Small', 'Large'] },
      { name: 'Paper', values: ['Cotton', 'Rag'] },
    ],
    variants: [
      { title: 'Small / Cotton', optionValues: ['Small', 'Cotton'], stock: 0 },
      { title: 'Small / Rag', optionValues: ['Small', 'Rag'], stock: 4 },
      { title: 'Large / Cotton', optionValues: ['Large', 'Cotton'], stock: 3, price: usd(5_900) },
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
  await page.getByRole('radio', { name: 'Large' }).check();
  await expect(page.getByRole('radio', { name: 'Cotton' })).toBeChecked();
  await expect(page.getByText('$59.00')).toBeVisible();
  await expect(page.getByText('3 left')).toBeVisible();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();

  await expect(page.getByText('Size: Large')).toBeVisible();
  await page.getByRole('button', { name: 'One more Harbour at Dusk' }).click();
  await expect(page.getByText('$118.00').first()).toBeVisible();
  await page.getByRole('link', { name: 'Checkout' }).click();

  await fillCheckout(page, shopper);
  // A double click is one wish.
  await page.getByRole('button', { name: 'Continue to payment' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
  await expect(page.getByText(/held until/)).toBeVisible();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(page.getByText('Harbour at Dusk')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cart', exact: true })).toBeVisible();
  expect(await countOrdersOf(shopper.email)).toBe(1);
});
