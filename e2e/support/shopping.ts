import { expect, type Page } from '@playwright/test';
import type { MerchantProduct } from './shapes';

/** Who buys, and where it goes. */
export type Shopper = {
  email: string;
  name: string;
  line1: string;
  city: string;
  region: string;
  postalCode: string;
};

/** Puts one unit of a product of one variant into the cart, from its page. */
export async function putIntoCart(page: Page, product: MerchantProduct): Promise<void> {
  await page.goto(`/products/${product.slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/^Added\./)).toBeVisible();
}

/** Fills in checkout as a shopper in Oregon does. */
export async function fillCheckout(page: Page, shopper: Shopper): Promise<void> {
  await page.getByLabel('E-mail').fill(shopper.email);
  await page.getByLabel('Full name').fill(shopper.name);
  await page.getByLabel('Street and number').fill(shopper.line1);
  await page.getByLabel('City').fill(shopper.city);
  await page.getByLabel('State or province').selectOption(shopper.region);
  await page.getByLabel('Postal code').fill(shopper.postalCode);
}

/** From the product's page to the held order that waits for its payment. */
export async function placeOrder(page: Page, product: MerchantProduct, shopper: Shopper): Promise<void> {
  await putIntoCart(page, product);
  await page.goto('/checkout');
  await fillCheckout(page, shopper);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible();
}
