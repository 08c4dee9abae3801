import type { StoreVariant } from '@/lib/catalog/model';

/** One value for each option of a product, in their order. */
export type Choice = readonly string[];

/** How a value of an option stands, the other options staying as chosen. */
export type ValueState = 'available' | 'sold-out' | 'missing';

const isEqual = (one: Choice, other: Choice) => one.every((value, index) => value === other[index]);

/** The choice with another value of one option. Nothing is chosen of what is not sold here: that stays so. */
const withValue = (choice: Choice, option: number, value: string): Choice =>
  choice.map((chosen, index) => (index === option ? value : chosen));

/** The variant that was chosen; undefined when these values are not made together. */
export function findVariant(variants: readonly StoreVariant[], choice: Choice): StoreVariant | undefined {
  return variants.find((variant) => isEqual(choice, variant.optionValues));
}

/** What is chosen when the page opens: the first variant that can be bought, else the first. */
export function firstChoice(
  variants: readonly StoreVariant[],
  isSoldOut: (variant: StoreVariant) => boolean,
): Choice {
  return (variants.find((variant) => !isSoldOut(variant)) ?? variants[0])?.optionValues ?? [];
}

/**
 * The choice after picking a value. The others stay if that is made; else the variant that keeps most of them and can
 * be bought, so that a pick never ends in a combination that does not exist.
 */
export function pick(
  variants: readonly StoreVariant[],
  choice: Choice,
  option: number,
  value: string,
  isSoldOut: (variant: StoreVariant) => boolean,
): Choice {
  const wished = withValue(choice, option, value);
  if (findVariant(variants, wished)) return wished;
  const kept = (variant: StoreVariant) =>
    variant.optionValues.filter((candidate, index) => candidate === wished[index]).length +
    (isSoldOut(variant) ? 0 : 0.5);
  const [best] = variants
    .filter((variant) => variant.optionValues[option] === value)
    .toSorted((one, other) => kept(other) - kept(one));
  return best?.optionValues ?? choice;
}

export function valueState(
  variants: readonly StoreVariant[],
  choice: Choice,
  option: number,
  value: string,
  isSoldOut: (variant: StoreVariant) => boolean,
): ValueState {
  const variant = findVariant(variants, withValue(choice, option, value));
  if (variant === undefined) return 'missing';
  return isSoldOut(variant) ? 'sold-out' : 'available';
}
