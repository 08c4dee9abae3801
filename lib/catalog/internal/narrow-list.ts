import { MAX_MINOR } from '@/lib/kernel/schemas';
import { groupOptions } from '../model';

/** What narrows a list beside words and a collection. */
export type ListFilter = {
  /** Values of options as `optionKey` names them. */
  readonly options?: readonly string[] | undefined;
  /** What the cheapest variant may cost, in minor units, both inclusive. */
  readonly minPrice?: number | undefined;
  readonly maxPrice?: number | undefined;
  /** Whether it can be bought, in a variant that has all those values. */
  readonly available?: boolean | undefined;
};

/** Takes a value of a statement, gives what stands for it in the text. */
export type Parameter = (value: unknown, type: string) => string;

/** A filter as parts of a statement, about the columns of a listing and a lateral join to `found.product_id`. */
export type Narrowing = {
  readonly shape: string;
  readonly options: string | null;
  readonly price: string | null;
  /** Joins `fitting.is_sellable`: null where no variant fits. */
  readonly variants: string;
  readonly conditions: readonly string[];
};

/**
 * Whether variant `v` can be bought right now: not counted, or some are free, or will be as soon as somebody asks. Said by
 * the tables and not by stock_level(), which a look at thousands of variants would call thousands of times; and by single
 * values and not by `exists`, for which the planner would rather read the tables once and remember them.
 */
export const SELLABLE = `(
  coalesce((select true from stock_lanes s where s.variant_id = v.id and s.available > 0 limit 1), false)
  or coalesce((select not i.counted from stock_items i where i.variant_id = v.id limit 1), false)
  or due_units(v.id) > 0)`;

export function isNarrowed({ options = [], minPrice, maxPrice, available }: ListFilter): boolean {
  return options.length > 0 || minPrice !== undefined || maxPrice !== undefined || available !== undefined;
}

/** Null if nothing is to be narrowed. */
export function narrowBy(filter: ListFilter, parameter: Parameter): Narrowing | null {
  if (!isNarrowed(filter)) return null;
  const { options = [], minPrice, maxPrice, available } = filter;
  const groups = options.length === 0 ? null : parameter(JSON.stringify(groupOptions(options)), 'jsonb');
  const hasPrice = minPrice !== undefined || maxPrice !== undefined;
  const price = hasPrice
    ? `price_minor between ${parameter(minPrice ?? 0, 'bigint')} and ${parameter(maxPrice ?? MAX_MINOR, 'bigint')}`
    : null;
  const listed = groups === null ? null : hasValues(groups);
  const isChecked = groups !== null || available !== undefined;
  return {
    shape: [groups && 'options', price && 'price', available !== undefined && 'available']
      .filter(Boolean)
      .join('_'),
    options: listed,
    price,
    variants: isChecked ? fitting(groups, available !== undefined) : '',
    conditions: [
      ...(price === null ? [] : [price]),
      ...(listed === null ? [] : [listed]),
      ...(available === undefined ? [] : [`is_sellable = ${parameter(available, 'boolean')}`]),
      ...(isChecked && available === undefined ? ['is_sellable'] : []),
    ],
  };
}

/** No product has more than three options, so no more than three are looked for in the index; the variants tell the rest. */
function hasValues(groups: string): string {
  const wanted = (group: number) =>
    `array(select jsonb_array_elements_text(coalesce(${groups} -> ${group}, ${groups} -> 0)))`;
  return [0, 1, 2].map((group) => `option_values && ${wanted(group)}`).join(' and ');
}

/** One variant must have a value of every option that is asked for: A3 in oak, not A3 and something else in oak. */
const fitting = (groups: string | null, hasStock: boolean) => `cross join lateral (
  select bool_or(${hasStock ? SELLABLE : 'true'}) as is_sellable from variants v
  where v.product_id = found.product_id and v.archived_at is null${groups === null ? '' : ` and ${hasAll(groups)}`}
) fitting`;

const hasAll = (groups: string) => `(
  select bool_and(coalesce((
    select bool_or(wanted.value ? (o.name || ':' || v.option_values[o.position + 1]))
    from product_options o where o.product_id = v.product_id), false))
  from jsonb_array_elements(${groups}) wanted)`;
