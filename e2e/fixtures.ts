import { test as base, expect } from '@playwright/test';
import { freshEmail } from './support/fresh';
import { makeProduct, type NewProduct } from './support/product';
import type { MerchantProduct } from './support/shapes';

type Stage = {
  /** Puts a product on the shelf through the merchant API and waits until its page is there. */
  stockProduct: (wishes?: NewProduct) => Promise<MerchantProduct>;
  /** Who buys in this journey; the mail address is used nowhere else. */
  shopper: typeof SHOPPER & { email: string };
};

const SHOPPER = {
  name: 'Ada Buyer',
  line1: '1 Market Street',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
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
    await use({ ...SHOPPER, email: freshEmail() });
  },
});

export { expect };
