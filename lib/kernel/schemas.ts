import { z } from 'zod';
import { isCurrency } from './currency';
import type { IdOf, IdPrefix } from './ids';

/** The shapes that every domain's input and every answer share. */

const idSchemas = new Map<IdPrefix, z.ZodType<IdOf<IdPrefix>, string>>();

/** An id of one family, in text. Whether it exists is for the database to say. */
export function idSchema<P extends IdPrefix>(prefix: P): z.ZodType<IdOf<P>, string> {
  let schema = idSchemas.get(prefix);
  if (schema === undefined) {
    schema = z
      .string()
      .regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`), `Must be an id that starts with ${prefix}_.`)
      .meta({ examples: [`${prefix}_019a5c3be0007000800000000000000a`] }) as unknown as z.ZodType<
      IdOf<IdPrefix>,
      string
    >;
    idSchemas.set(prefix, schema);
  }
  return schema as unknown as z.ZodType<IdOf<P>, string>;
}

/** What an amount may be at most: far from where integers end in JSON, in SQL sums and in people's minds. */
export const MAX_MINOR = 99_999_999_999;

/** An ISO 4217 code of a currency in use, upper case. */
export const currencySchema = z
  .string()
  .refine(isCurrency, 'Must be an ISO 4217 currency code, as USD.')
  .meta({ pattern: '^[A-Z]{3}$', examples: ['USD'] });

/** An amount in integer minor units beside its currency. */
export const moneySchema = z
  .object({
    amount: z.int().min(0).max(MAX_MINOR).describe('Integer minor units: 1999 is 19.99 USD.'),
    currency: currencySchema,
  })
  .meta({ id: 'Money' });

/** An e-mail address. Two that differ in upper and lower case are one: SQL compares them with lower(). */
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .meta({ format: 'email', examples: ['ada@example.com'] });

/** One line of text from a person: trimmed, then between 1 and `max` characters. */
export const line = (max: number) => z.string().trim().min(1).max(max);

/** As {@link line}, but may be absent; null and an empty text count as absent. */
export const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || undefined);

/** As {@link optionalLine}, for a query, which knows no null. */
export const queryText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .transform((text) => text || undefined);

const DEFAULT_PAGE = 24;

/** `?limit=` of a list: 1 to 100, 24 unless told. Digits only: `1e2` and an empty text are no number of items. */
export const pageLimit = z
  .string()
  .regex(/^(100|[1-9]\d?)$/, 'Must be a whole number from 1 to 100.')
  .optional()
  .transform((digits) => (digits === undefined ? DEFAULT_PAGE : Number(digits)))
  .meta({ type: 'integer', pattern: undefined, minimum: 1, maximum: 100, default: DEFAULT_PAGE });

/** `?cursor=` of a list: what the page before gave as nextCursor. */
export const pageCursor = z.string().min(1).max(1_000).optional().describe('nextCursor of the page before.');

export const pageQuery = { limit: pageLimit, cursor: pageCursor };

/** A moment that every store can hold, to the millisecond and in UTC, whatever offset it was written with. */
export const momentSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => /^(19[7-9]\d|[2-9]\d{3})-/.test(text), 'Must lie in the years 1970 to 9999.')
  .meta({ examples: ['2026-11-27T09:00:00Z', '2099-12-31T23:59:59Z'] });
