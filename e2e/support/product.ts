import { callAsOwner, read } from './client';
import { freshSku, freshSlug, freshWord } from './fresh';
import { first } from './pick';
import { type MerchantProduct, type Money, merchantProductShape } from './shapes';

/** Money in the currency of the shops that tests run against. */
export const usd = (amount: number): Money => ({ amount, currency: 'USD' });

export type NewVariant = {
  sku?: string;
  title?: string;
  price?: Money;
  stock?: number;
  optionValues?: unknown;
};
export type NewProduct = Record<string, unknown> & { variants?: NewVariant[]; stock?: number; price?: Money };

/** The body that makes a product: active, one variant at 19.99 with 10 in stock, unless told otherwise. */
export function productBody(wishes: NewProduct = {}): Record<string, unknown> {
  const { stock = 10, price = usd(1999), variants = [{}], ...rest } = wishes;
  return {
    title: `Contract ${freshWord()}`,
    slug: freshSlug(),
    status: 'active',
    variants: variants.map((variant) => ({ sku: freshSku(), price, stock, ...variant })),
    ...rest,
  };
}

/** Makes a product as a merchant does; see `productBody` for what is made when nothing is wished. */
export async function makeProduct(wishes: NewProduct = {}): Promise<MerchantProduct> {
  const answer = await callAsOwner('POST', '/api/admin/products', { json: productBody(wishes) });
  return read(answer, 201, merchantProductShape);
}

/** Makes a product of one variant and gives the variant's id. */
export async function makeVariant(wishes: NewProduct = {}): Promise<string> {
  return first((await makeProduct(wishes)).variants).id;
}

/** Makes a variant whose stock is not counted, so it is always sellable. */
export async function makeUncountedVariant(): Promise<string> {
  const variantId = await makeVariant();
  await setStock(variantId, null);
  return variantId;
}

/** Sets a variant's stock level; null stops counting. */
export async function setStock(variantId: string, level: number | null): Promise<void> {
  const json = { set: level, reason: 'contract test' };
  const answer = await callAsOwner('POST', `/api/admin/variants/${variantId}/stock`, { json });
  if (answer.status !== 200) throw new Error(`stock of ${variantId}: ${answer.status} ${answer.text}`);
}

/** What the merchant sees in stock: the truth, never stale. */
export async function stockOf(product: MerchantProduct, index = 0): Promise<number | null | undefined> {
  const answer = await callAsOwner('GET', `/api/admin/products/${product.id}`);
  return read(answer, 200, merchantProductShape).variants[index]?.stock;
}
