import { DEFAULT_VARIANT_TITLE } from '../model';

/** What a variant is called unless the merchant says otherwise: `A3 / Red`. */
export function variantTitle(optionValues: readonly string[]): string {
  return optionValues.length === 0 ? DEFAULT_VARIANT_TITLE : optionValues.join(' / ').slice(0, 255);
}
