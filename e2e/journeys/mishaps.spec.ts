import type { Page } from '@playwright/test';
import { expect, tellAddress, test } from '@/e2e/fixtures';
import { callAsOwner } from '@/e2e/support/client';
import { countOrdersOf } from '@/e2e/support/orders';
import { first } from '@/e2e/support/pick';
import { usd } from '@/e2e/support/product';
import type { MerchantProduct } from '@/e2e/support/shapes';

// The same at every width: once is enough.
test.skip(({ isMobile }) => !isMobile);

async function putIntoCart(page: Page, product: MerchantProduct): Promise<void> {
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/^Added\./)).toBeVisible();
}

test('an answer that is lost on the way does not order twice', async ({ page, stockProduct, shopper }) => {
  await putIntoCart(page, await stockProduct({ stock: 9 }));
  await page.goto('/checkout');
  await tellAddress(page, shopper);
  const keys: (string | undefined)[] = [];
  await page.route('**/api/checkout', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    // The shop takes the first order, but its answer never arrives.
    const response = await route.fetch();
    await (keys.length === 1 ? route.abort('connectionreset') : route.fulfill({ response }));
  });
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  expect(keys.length).toBeGreaterThan(1);
  expect(await countOrdersOf(shopper.email)).toBe(1);
});

test('a reload in the middle of ordering finds the order again', async ({ page, stockProduct, shopper }) => {
  await putIntoCart(page, await stockProduct({ stock: 9 }));
  await page.goto('/checkout');
  await tellAddress(page, shopper);
  const ordered = new Promise<void>((resolve) => {
    // The shop takes the order, and the page is gone before the answer comes.
    void page.route('**/api/checkout', (route) => route.fetch().then(() => resolve()), { times: 1 });
  });
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await ordered;
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
  expect(await countOrdersOf(shopper.email)).toBe(1);
});

test('a price that changed is asked about before anything is ordered', async ({
  page,
  stockProduct,
  shopper,
}) => {
  const product = await stockProduct({ price: usd(1_000), stock: 9 });
  await putIntoCart(page, product);
  await page.goto('/checkout');
  await tellAddress(page, shopper);
  await expect(page.getByRole('button', { name: 'Continue to payment' })).toBeEnabled();
  const { id } = first(product.variants);
  await callAsOwner('PATCH', `/api/admin/products/${product.id}`, {
    json: { variants: [{ id, price: usd(1_500) }] },
  });
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The total has changed' })).toBeVisible();
  expect(await countOrdersOf(shopper.email)).toBe(0);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
  await expect(page.getByText('$15.00').first()).toBeVisible();
});

test('a cart that the shop has forgotten is made again from the browser', async ({ page, stockProduct }) => {
  const product = await stockProduct({ title: 'Not Forgotten', stock: 9 });
  await putIntoCart(page, product);
  await page.evaluate(() => {
    const cart = JSON.parse(localStorage.getItem('doorbuster:cart') ?? '{}');
    const id = 'cart_019a5c3be0007000800000000000000a';
    localStorage.setItem('doorbuster:cart', JSON.stringify({ ...cart, id }));
  });
  await page.goto('/cart');
  await expect(page.getByRole('link', { name: 'Not Forgotten' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible();
});

test('a busy shop says that nothing was ordered and keeps what was typed', async ({
  page,
  stockProduct,
  shopper,
}) => {
  await putIntoCart(page, await stockProduct({ stock: 9 }));
  await page.goto('/checkout');
  await tellAddress(page, shopper);
  await page.route(
    '**/api/checkout',
    (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        headers: { 'retry-after': '1', 'x-request-id': 'req_mishap' },
        json: { code: 'temporarily-unavailable', status: 503, title: 'Busy', detail: 'Busy' },
      }),
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'The shop is busy' });
  await expect(refusal).toContainText('req_mishap');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
});

test('a form that is not complete leads to the first field that is missing', async ({
  page,
  stockProduct,
}) => {
  await putIntoCart(page, await stockProduct());
  await page.goto('/checkout');
  await page.getByLabel('E-mail').fill('not an address');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Enter an e-mail address/);
  await expect(page.getByLabel('Full name')).toHaveAccessibleDescription('Please fill this in.');
});
