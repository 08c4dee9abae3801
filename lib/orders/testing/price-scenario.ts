import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import type { Session } from '@/db/session';
import { newId, toUuid } from '@/lib/kernel/ids';
import type { OracleDiscount, OracleOffer, OracleRequest, OracleShop, OracleZone } from './price-oracle';

/** A shop and a request to it, made up at random. */
export type PriceScenario = { readonly shop: OracleShop; readonly request: OracleRequest };

const CURRENCIES = ['USD', 'JPY', 'KWD'];
const REGIONS = ['', 'R1', 'R2'];
const CODES = ['economy', 'express', 'standard'];

const often = <T>(value: T, other: fc.Arbitrary<T>, weight = 4) =>
  fc.oneof({ weight, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
const amount = fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 20_000n), fc.bigInt(0n, 99_999_999_999n));
const ratePpm = fc.oneof(
  fc.constantFrom(0n, 72_500n, 88_750n, 190_000n, 200_000n, 500_000n, 1_000_000n),
  fc.bigInt(0n, 1_000_000n),
);

const offer: fc.Arbitrary<OracleOffer> = fc.record({
  price: amount,
  taxClass: fc.constantFrom('standard', 'standard', 'exempt'),
  weightGrams: fc.bigInt(0n, 500n),
  isShipped: often(true, fc.constant(false)),
  isInCollection: fc.boolean(),
});

/** Far from what the basket comes to, or as near as can be: that is where limits are got wrong. */
const threshold = fc.oneof(
  fc.record({ at: fc.constant('basket' as const), by: fc.bigInt(-1n, 1n) }),
  fc.record({ at: fc.constant('nothing' as const), by: fc.bigInt(0n, 2_000n) }),
);
type Threshold = { readonly at: 'basket' | 'nothing'; readonly by: bigint };

const near = ({ at, by }: Threshold, basket: bigint): bigint => {
  const value = at === 'basket' ? basket + by : by;
  return value < 0n ? 0n : value;
};

const rate = fc.record({
  code: fc.constantFrom(...CODES),
  currency: often('USD', fc.constantFrom(...CURRENCIES), 2),
  price: amount,
  minSubtotal: often<Threshold | null>(null, threshold, 1),
  maxWeightGrams: often<Threshold | null>(null, threshold, 1),
});

const zone = (country: string) =>
  fc.record({
    country: fc.constantFrom(country, country, '*'),
    region: fc.constantFrom(...REGIONS),
    rates: fc.array(rate, { minLength: 1, maxLength: 5 }),
  });

const tax = fc.record({
  region: fc.constantFrom(...REGIONS),
  taxClass: fc.constantFrom('standard', 'standard', 'exempt'),
  ratePpm,
  included: fc.boolean(),
  appliesToShipping: fc.boolean(),
});

const discount = fc.record({
  kind: fc.constantFrom('percentage' as const, 'amount' as const, 'free_shipping' as const),
  ratePpm: fc.oneof(fc.constantFrom(100_000n, 150_000n, 500_000n, 1_000_000n), fc.bigInt(1n, 1_000_000n)),
  amount: fc.oneof(fc.bigInt(1n, 100n), fc.bigInt(1n, 1_000_000n)),
  otherCurrency: often<string | null>(null, fc.constantFrom(...CURRENCIES), 12),
  isOfCurrency: fc.boolean(),
  minSubtotal: often<Threshold | null>(null, threshold, 1),
  hasCollection: often(false, fc.constant(true), 2),
  state: often<OracleDiscount['state']>(
    'live',
    fc.constantFrom('switched-off', 'not-started', 'ended', 'used-up'),
    12,
  ),
});

/** All that a price depends on, with limits that are often just reached or just missed. */
export const priceScenario: fc.Arbitrary<PriceScenario> = fc
  .record({
    zones: fc.uniqueArray(zone('HERE'), {
      maxLength: 5,
      selector: ({ country, region }) => `${country} ${region}`,
    }),
    // One that ships everything everywhere, most of the time: else most baskets would only be refused.
    hasFallback: often(true, fc.constant(false)),
    fallbackPrice: amount,
    taxes: fc.uniqueArray(tax, {
      maxLength: 6,
      selector: ({ region, taxClass }) => `${region} ${taxClass}`,
    }),
    discount,
    hasNoDiscount: often(false, fc.constant(true), 12),
    offers: fc.array(offer, { minLength: 1, maxLength: 5 }),
    unknown: often(false, fc.constant(true), 20),
    currency: often('USD', fc.constantFrom(...CURRENCIES), 3),
    region: fc.constantFrom(...REGIONS),
    method: often<string | null>(null, fc.constantFrom(...CODES), 5),
    hasCode: often(true, fc.constant(false), 2),
    picks: fc.array(fc.record({ offer: fc.nat(4), quantity: fc.bigInt(1n, 99n) }), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map((given): PriceScenario => {
    const ids = [...given.offers, null].map(() => toUuid(newId('var')));
    const picked = given.picks.flatMap(({ offer: pick, quantity }) => {
      const at = pick % given.offers.length;
      const offered = given.offers[at];
      return offered ? [{ id: ids[at] ?? '', offer: offered, quantity }] : [];
    });
    const lost = { id: ids.at(-1) ?? '', offer: null, quantity: 1n };

    const { hasCollection, minSubtotal, isOfCurrency, otherCurrency, ...terms } = given.discount;
    const total = (lines: typeof picked, of: (each: OracleOffer) => bigint) =>
      lines.reduce((sum, line) => sum + of(line.offer) * line.quantity, 0n);
    const subtotal = total(picked, ({ price }) => price);
    const weight = total(picked, ({ isShipped, weightGrams }) => (isShipped ? weightGrams : 0n));
    const eligible = picked.filter((line) => !hasCollection || line.offer.isInCollection);
    const needsCurrency = terms.kind === 'amount' || minSubtotal !== null || isOfCurrency;

    const fallback = CURRENCIES.map((currency) => ({
      code: 'standard',
      currency,
      price: given.fallbackPrice,
      minSubtotal: 0n,
      maxWeightGrams: null,
    }));
    const zones: OracleZone[] = given.zones.map(({ rates, ...place }) => ({
      ...place,
      rates: [
        ...rates.map((each) => ({
          ...each,
          minSubtotal: each.minSubtotal ? near(each.minSubtotal, subtotal) : 0n,
          maxWeightGrams: each.maxWeightGrams && near(each.maxWeightGrams, weight),
        })),
        ...(given.hasFallback ? fallback : []),
      ],
    }));
    const hasRest = zones.some(({ country, region }) => country === '*' && region === '');
    if (given.hasFallback && !hasRest) zones.push({ country: '*', region: '', rates: fallback });

    return {
      shop: {
        country: 'HERE',
        zones,
        taxes: given.taxes,
        discount: given.hasNoDiscount
          ? null
          : {
              ...terms,
              hasCollection,
              currency: needsCurrency ? (otherCurrency ?? given.currency) : null,
              minSubtotal:
                minSubtotal &&
                near(
                  minSubtotal,
                  total(eligible, ({ price }) => price),
                ),
            },
      },
      request: {
        currency: given.currency,
        region: given.region,
        method: given.method,
        hasCode: given.hasCode,
        lines: given.unknown ? [...picked, lost, lost] : picked,
      },
    };
  });

const rows = (given: readonly object[]) =>
  sql`${JSON.stringify(given, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}::jsonb`;

/** Puts the scenario's shop in place of whatever the session's transaction sees. */
async function setUp(session: Session, { shop, request }: PriceScenario): Promise<void> {
  const zones = shop.zones.map((zone) => ({ ...zone, id: toUuid(newId('zone')) }));
  await session.execute(sql`update shop_settings set currencies = ${`{${CURRENCIES.join(',')}}`}::text[]`);
  await session.execute(sql`delete from shipping_zone_countries where country in ('*', ${shop.country})`);
  await session.execute(sql`delete from tax_rates where country = ${shop.country}`);
  await session.execute(sql`delete from discounts where code = 'CODE'`);
  await session.execute(
    sql`insert into shipping_zones (id, name) select id, 'test' from jsonb_to_recordset(${rows(zones)}) as z (id uuid)`,
  );
  await session.execute(
    sql`insert into shipping_zone_countries (country, region, zone_id)
        select * from jsonb_to_recordset(${rows(zones)}) as z (country text, region text, id uuid)`,
  );
  const rates = zones.flatMap(({ id, rates: its }) =>
    its.map((each) => ({ ...each, id: toUuid(newId('rate')), zone: id })),
  );
  await session.execute(
    sql`insert into shipping_rates (id, zone_id, code, title, currency, price_minor, min_subtotal_minor, max_weight_grams)
        select id, zone, code, code, currency, price, "minSubtotal", "maxWeightGrams"
        from jsonb_to_recordset(${rows(rates)}) as r (id uuid, zone uuid, code text, currency text, price bigint,
          "minSubtotal" bigint, "maxWeightGrams" int)`,
  );
  const taxes = shop.taxes.map((each) => ({ ...each, id: toUuid(newId('tax')) }));
  await session.execute(
    sql`insert into tax_rates (id, country, region, tax_class, name, rate_ppm, included, applies_to_shipping)
        select id, ${shop.country}, region, "taxClass", 'test', "ratePpm", included, "appliesToShipping"
        from jsonb_to_recordset(${rows(taxes)}) as t (id uuid, region text, "taxClass" text, "ratePpm" int,
          included boolean, "appliesToShipping" boolean)`,
  );
  const collectionId = toUuid(newId('col'));
  const offers = new Map(request.lines.flatMap((line) => (line.offer ? [[line.id, line.offer]] : [])));
  await session.execute(
    sql`insert into offers (variant_id, currency, product_id, price_minor, title, sku, options, tax_class, weight_grams,
          requires_shipping, sellable)
        select id, ${request.currency}, id, price, 'A thing', '', '[]', "taxClass", "weightGrams", "isShipped", true
        from jsonb_to_recordset(${rows([...offers].map(([id, each]) => ({ id, ...each })))}) as o (id uuid, price bigint,
          "taxClass" text, "weightGrams" int, "isShipped" boolean)`,
  );
  const collected = [...offers].flatMap(([id, { isInCollection }]) => (isInCollection ? [{ id }] : []));
  await session.execute(
    sql`insert into offer_collections (collection_id, product_id)
        select ${collectionId}::uuid, id from jsonb_to_recordset(${rows(collected)}) as c (id uuid)`,
  );
  if (shop.discount) await insertDiscount(session, shop.discount, collectionId);
}

async function insertDiscount(session: Session, given: OracleDiscount, collectionId: string): Promise<void> {
  await session.execute(
    sql`insert into discounts (id, code, kind, rate_ppm, amount_minor, currency, min_subtotal_minor, collection_id,
          starts_at, ends_at, usage_limit, used, enabled)
        values (${toUuid(newId('disc'))}::uuid, 'CODE', ${given.kind}::discount_kind,
          ${given.kind === 'percentage' ? String(given.ratePpm) : null}::int,
          ${given.kind === 'amount' ? String(given.amount) : null}::bigint, ${given.currency},
          ${given.minSubtotal === null ? null : String(given.minSubtotal)}::bigint,
          ${given.hasCollection ? collectionId : null}::uuid,
          ${given.state === 'not-started' ? sql`now() + interval '1 day'` : null},
          ${given.state === 'ended' ? sql`now()` : null},
          ${given.state === 'used-up' ? '3' : null}::bigint, 3, ${given.state !== 'switched-off'}::boolean)`,
  );
}

type Priced = {
  problems: { path: string; reason: string }[] | null;
  lines: Record<string, number | string>[];
} & Record<string, number | string | null>;

/** What price_basket() makes of the scenario, in the words of the oracle. */
export async function priceInDatabase(session: Session, scenario: PriceScenario) {
  await setUp(session, scenario);
  const { shop, request } = scenario;
  const lines = request.lines.map(({ id, quantity }) => ({ variantId: id, quantity }));
  const { rows: found } = await session.execute(
    sql`select to_json(price_basket(${rows(lines)}, ${request.currency}, ${shop.country}, ${request.region},
          ${request.method}, ${request.hasCode ? 'code' : null}))::text as priced`,
  );
  const priced = JSON.parse(String(found[0]?.priced)) as Priced;
  if (priced.problems) return { problems: priced.problems.map(({ path, reason }) => `${path} ${reason}`) };
  return {
    lines: priced.lines.map((line) => ({
      position: line.position,
      quantity: String(line.quantity),
      lineTotal: String(line.line_total),
      discount: String(line.discount),
      tax: String(line.tax),
      taxIncluded: String(line.tax_included),
    })),
    subtotal: String(priced.subtotal),
    shipping: String(priced.shipping),
    shippingMethod: priced.shipping_method,
    shippingTax: String(priced.shipping_tax),
    tax: String(priced.tax),
    taxIncluded: String(priced.tax_included),
    discount: String(priced.discount),
    total: String(priced.total),
  };
}
