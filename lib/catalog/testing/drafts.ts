import { newId } from '@/lib/kernel/ids';
import type { ProductDraft, VariantDraft } from '../model';

/** For tests: a variant at 19.99 USD with 10 in stock, unless told otherwise. */
export function newVariant(wishes: Partial<VariantDraft> = {}): VariantDraft {
  return {
    id: newId('var'),
    sku: '',
    title: 'Default',
    optionValues: [],
    barcode: null,
    weightGrams: 0,
    requiresShipping: true,
    taxClass: 'standard',
    imageId: null,
    prices: [{ currency: 'USD', priceMinor: 1_999, compareAtMinor: null }],
    stock: 10,
    ...wishes,
  };
}

/** For tests: an active product of one variant, with an address of its own, unless told otherwise. */
export function newDraft(wishes: Partial<ProductDraft> = {}): ProductDraft {
  const id = newId('prod');
  return {
    id,
    slug: id.replace('_', '-'),
    title: 'A print',
    descriptionHtml: '',
    vendor: '',
    productType: '',
    tags: [],
    status: 'active',
    publishAt: null,
    options: [],
    images: [],
    variants: [newVariant()],
    ...wishes,
  };
}
