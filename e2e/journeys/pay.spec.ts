import { expect, test } from '@/e2e/fixtures';
import { placeOrder } from '@/e2e/support/shopping';

test('a declined payment costs nothing, and the next one is taken', async ({
  page,
  stockProduct,
  shopper,
}) => {
  await placeOrder(page, await stockProduct({ stock: 2 }), shopper);
  await page.getByRole('radio', { name: 'Test card, declined' }).check();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The payment was declined' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
  await page.getByRole('radio', { name: 'Test card, accepted' }).check();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
});

test('a bank that does not answer leaves a held order that settles by itself', async ({
  page,
  stockProduct,
  shopper,
}) => {
  await placeOrder(page, await stockProduct({ stock: 2 }), shopper);
  await page.getByRole('radio', { name: /the bank does not answer/ }).check();
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByText('The bank has not answered yet')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^Pay/ })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible({ timeout: 40_000 });
});

test('an order opens only for whoever has its whole address', async ({
  page,
  stockProduct,
  shopper,
  browser,
}) => {
  await placeOrder(page, await stockProduct({ stock: 2 }), shopper);
  const address = page.url();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await other.goto(address.replace(/#.*$/, ''));
  await expect(other.getByRole('heading', { name: 'We cannot show this order' })).toBeVisible();
});

test('an order whose time is over goes back into the cart', async ({ page, stockProduct, shopper }) => {
  const product = await stockProduct({ title: 'Late Light', stock: 2 });
  await placeOrder(page, product, shopper);
  // The shop's answer from the future: a real hold lasts ten minutes.
  await page.route('**/api/orders/*', async (route) => {
    const order = await (await route.fetch()).json();
    await route.fulfill({ json: { ...order, status: 'expired' } });
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Expired' })).toBeVisible();
  await page.getByRole('button', { name: 'Put them back into the cart' }).click();
  await expect(page.getByRole('heading', { name: 'Your cart' })).toBeVisible();
  await expect(page.getByText('Late Light')).toBeVisible();
});
