import { test as base, expect, type Page } from '@playwright/test';
import { freshEmail } from './support/fresh';
import { makeProduct, type NewProduct } from './support/product';
import type { MerchantProduct } from './support/shapes';

const ADDRESS = {
  name: 'Ada Buyer',
  line1: '1 Market Street',
  city: 'Portland',
  region: 'Oregon',
  postalCode: '97201',
  country: 'United States',
};

type Shopper = typeof ADDRESS & { email: string };

type Stage = {
  /** Puts a product on the shelf through the merchant API and waits until shoppers see it. */
  stockProduct: (wishes?: NewProduct) => Promise<MerchantProduct>;
  /** Who buys in this journey; the mail address is used nowhere else. */
  shopper: Shopper;
};

/** Journeys begin on a set stage; what happens on it is told with roles and labels. */
export const test = base.extend<Stage>({
  stockProduct: async ({ request }, use) => {
    await use(async (wishes) => {
      const product = await makeProduct(wishes);
      await expect(async () => {
        expect((await request.get(`/api/products/${product.slug}`)).status()).toBe(200);
      }).toPass({ timeout: 5_000 });
      return product;
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are asked for.
  shopper: async ({}, use) => {
    await use({ ...ADDRESS, email: freshEmail() });
  },
});

/** Tells the checkout form who buys and where it goes. */
export async function tellAddress(page: Page, shopper: Shopper): Promise<void> {
  await page.getByLabel('E-mail').fill(shopper.email);
  await page.getByLabel('Country').selectOption(shopper.country);
  await page.getByLabel('Full name').fill(shopper.name);
  await page.getByLabel('Street and number').fill(shopper.line1);
  await page.getByLabel('City').fill(shopper.city);
  await page.getByLabel('State or province').selectOption(shopper.region);
  await page.getByLabel('Postal code').fill(shopper.postalCode);
}

/** Puts a product into the cart from its page and goes on to the page that asks for the payment. */
export async function orderOne(page: Page, product: MerchantProduct, shopper: Shopper): Promise<void> {
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await tellAddress(page, shopper);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waiting for payment' })).toBeVisible();
}

export { expect };
