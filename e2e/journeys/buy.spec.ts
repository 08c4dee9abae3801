import { expect, orderOne, tellAddress, test } from '@/e2e/fixtures';
import { freshWord } from '@/e2e/support/fresh';
import { stockOf, usd } from '@/e2e/support/product';

test('a shopper searches, chooses, buys and sees the paid order', async ({ page, stockProduct, shopper }) => {
  const title = `Harbour ${freshWord()}`;
  const product = await stockProduct({
    title,
    options: [{ name: 'Size', values: ['A3', 'A2'] }],
    variants: [
      { price: usd(4000), stock: 5, optionValues: ['A3'] },
      { price: usd(6500), stock: 5, optionValues: ['A2'] },
    ],
  });
  await page.goto('/');
  // A wide window has the field in its head, a narrow one leads to it.
  const field = page.getByRole('search').first().getByRole('combobox');
  if (!(await field.isVisible()))
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await field.fill(title);
  await field.press('Enter');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  await page.getByRole('radio', { name: 'A2' }).click();
  await expect(page.getByText('$65.00')).toBeVisible();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('button', { name: `One more ${title}` }).click();
  await expect(page.getByRole('region', { name: 'Subtotal' })).toContainText('$130.00');

  await page.getByRole('link', { name: 'Checkout' }).click();
  await tellAddress(page, shopper);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Paid' })).toBeVisible();
  await expect(page.getByText(shopper.email)).toBeVisible();
  expect([await stockOf(product, 0), await stockOf(product, 1)]).toEqual([5, 3]);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Paid' })).toBeVisible();
});

test('a declined card leaves the order held, and another card pays it', async ({
  page,
  stockProduct,
  shopper,
}) => {
  await orderOne(page, await stockProduct(), shopper);
  await page.getByRole('radio', { name: 'Test card, declined' }).check();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The payment was declined' })).toBeVisible();
  await page.getByRole('radio', { name: 'Test card, accepted' }).check();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Paid' })).toBeVisible();
});

test('when the bank does not answer, the order page finds out by itself', async ({
  page,
  stockProduct,
  shopper,
}) => {
  test.setTimeout(150_000);
  await orderOne(page, await stockProduct(), shopper);
  await page.getByRole('radio', { name: 'Test card, the bank does not answer' }).check();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Paid' })).toBeVisible({ timeout: 90_000 });
});
