import type { Page } from '@playwright/test';
import { expect, tellAddress, test } from '@/e2e/fixtures';
import { callAsOwner } from '@/e2e/support/client';
import { freshWord } from '@/e2e/support/fresh';
import { usd } from '@/e2e/support/product';
import type { MerchantProduct } from '@/e2e/support/shapes';

// The same at every width: once is enough.
test.skip(({ isMobile }) => !isMobile);

async function openCheckout(page: Page, product: MerchantProduct): Promise<void> {
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Checkout' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
}

test('an entry is looked at when it is left, and the summary leads to each that is wrong', async ({
  page,
  stockProduct,
}) => {
  await openCheckout(page, await stockProduct());
  await page.getByLabel('Full name').focus();
  await page.getByLabel('E-mail').fill('ada at home');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Enter an e-mail address/);
  // An empty field that was only passed by is left in peace.
  await expect(page.getByLabel('Full name')).not.toHaveAttribute('aria-invalid');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await expect(page.getByLabel('E-mail')).not.toHaveAttribute('aria-invalid');
  await page.getByLabel('E-mail').fill('');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  const summary = page.getByRole('alert').filter({ hasText: 'Please look at the marked fields' });
  await summary.getByRole('button', { name: 'City' }).click();
  await expect(page.getByLabel('City')).toBeFocused();
  await page.keyboard.type('Portland');
  await expect(summary.getByRole('button', { name: 'City' })).toBeHidden();
});

test('a discount code takes its part off, and one that does not apply is said and forgotten', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const code = freshWord().toUpperCase();
  await callAsOwner('POST', '/api/admin/discounts', { json: { code, kind: 'percentage', ratePpm: 500_000 } });
  await openCheckout(page, await stockProduct({ price: usd(4_000) }));
  await tellAddress(page, shopper);
  await page.getByText('Have a discount code?').click();
  await page.getByLabel('Discount code').fill('NO-SUCH-CODE');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '“NO-SUCH-CODE” does not apply' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue to payment' })).toBeEnabled();
  await page.getByLabel('Discount code').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Code ${code} is applied.`)).toBeVisible();
  const order = page.getByRole('region', { name: 'Your order' });
  await expect(order).toContainText('−$20.00');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
  await expect(page.getByText('−$20.00')).toBeVisible();
});

test('the way back from the order finds the cart empty and the order again', async ({
  page,
  stockProduct,
  shopper,
}) => {
  await openCheckout(page, await stockProduct());
  await tellAddress(page, shopper);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Go to the order' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
});
