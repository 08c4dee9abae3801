import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';

/** Goes on with Tab until the thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, thing: Locator): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${thing} was not reached with Tab.`);
}

test('a purchase needs no mouse', async ({ page, stockProduct, shopper }) => {
  const product = await stockProduct({
    title: 'By Hand',
    options: [{ name: 'Size', values: ['Small', 'Large'] }],
    variants: [
      { title: 'Small', optionValues: ['Small'], stock: 5 },
      { title: 'Large', optionValues: ['Large'], stock: 5 },
    ],
  });
  await page.goto(`/products/${product.slug}`);
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: 'Small' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Large' })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Add to cart' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Added\./)).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'View cart' }));
  await page.keyboard.press('Enter');

  const checkout = page.getByRole('link', { name: 'Checkout' });
  await expect(checkout).toBeVisible();
  await tabTo(page, checkout);
  await page.keyboard.press('Enter');

  for (const [label, text] of [
    ['E-mail', shopper.email],
    ['Full name', shopper.name],
    ['Street and number', shopper.line1],
    ['City', shopper.city],
    ['State or province', 'Oregon'],
    ['Postal code', shopper.postalCode],
  ] as const) {
    const field = page.getByLabel(label);
    await expect(field).toBeVisible();
    await tabTo(page, field);
    await page.keyboard.type(text);
  }
  const submit = page.getByRole('button', { name: 'Continue to payment' });
  await expect(submit).toBeEnabled();
  await tabTo(page, submit);
  await page.keyboard.press('Enter');

  const pay = page.getByRole('button', { name: /^Pay \$/ });
  await expect(pay).toBeVisible();
  await tabTo(page, pay);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
});

test('a form that is not complete leads to the first field that is missing', async ({
  page,
  stockProduct,
}) => {
  const product = await stockProduct();
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/^Added\./)).toBeVisible();
  await page.goto('/checkout');
  await page.getByLabel('E-mail').fill('not an address');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Enter an e-mail address/);
  await expect(page.getByLabel('Full name')).toHaveAccessibleDescription('Please fill this in.');
});
