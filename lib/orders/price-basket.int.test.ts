import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSession, type Session } from '@/db/session';
import { mutate } from '@/db/testing/stock-property/stock-database';
import { newId, toUuid } from '@/lib/kernel/ids';
import { priceByTheBook } from './testing/price-oracle';
import { type PriceScenario, priceInDatabase, priceScenario } from './testing/price-scenario';

const RUNS = 200;
/** `PRICE_SEED=… PRICE_RUNS=…` replays a failure that was printed, or looks longer. */
const runs = Number(process.env.PRICE_RUNS ?? RUNS);
const seed = process.env.PRICE_SEED === undefined ? undefined : Number(process.env.PRICE_SEED);

class RollBack extends Error {}

/** Work in one transaction that leaves nothing behind. */
async function rolledBack(work: (session: Session) => Promise<void>): Promise<void> {
  await inSession(async (session) => {
    await work(session);
    throw new RollBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error;
  });
}

/** Compares database and book on random scenarios, in one transaction that leaves nothing; the changes are made first. */
async function compare(numRuns: number, changes: readonly string[] = []) {
  const seen = { priced: 0, discounted: 0, refused: new Map<string, number>() };
  let verdict: fc.RunDetails<[PriceScenario]> | undefined;
  await rolledBack(async (session) => {
    for (const change of changes) await session.execute(sql.raw(change));
    verdict = await fc.check(
      fc.asyncProperty(priceScenario, async (scenario) => {
        const expected = priceByTheBook(scenario.shop, scenario.request);
        expect(await priceInDatabase(session, scenario)).toEqual(expected);
        if (expected.problems) {
          for (const problem of expected.problems) {
            const reason = problem.split(' ').at(-1) ?? '';
            seen.refused.set(reason, (seen.refused.get(reason) ?? 0) + 1);
          }
        } else {
          seen.priced += 1;
          if (expected.discount !== '0') seen.discounted += 1;
        }
      }),
      {
        numRuns,
        ...(seed === undefined ? {} : { seed }),
        ...(changes.length > 0 ? { endOnFailure: true } : {}),
      },
    );
  });
  if (verdict === undefined) throw new Error('Nothing was compared.');
  return { verdict, seen };
}

describe('whatever is bought wherever with whichever code', () => {
  it('costs to the minor unit what the rules of docs/money.md say', async () => {
    const { verdict, seen } = await compare(runs);
    const refused = [...seen.refused].map(([reason, count]) => `${count} ${reason}`).join(', ');
    console.log(
      `${verdict.numRuns} baskets, seed ${verdict.seed}: ${seen.priced} priced, ${seen.discounted} of them with a discount; refused: ${refused}`,
    );
    expect(verdict.failed, fc.defaultReportMessage(verdict)).toBe(false);
    expect(seen.discounted).toBeGreaterThan(verdict.numRuns / 10);
  });
});

it('costs what the example of docs/money.md says', async () => {
  const thing = { taxClass: 'standard', weightGrams: 100n, isShipped: true, isInCollection: false };
  const scenario: PriceScenario = {
    shop: {
      country: 'HERE',
      zones: [
        {
          country: '*',
          region: '',
          rates: [{ code: 'standard', currency: 'USD', price: 700n, minSubtotal: 0n, maxWeightGrams: null }],
        },
      ],
      taxes: [
        { region: '', taxClass: 'standard', ratePpm: 88_750n, included: false, appliesToShipping: true },
      ],
      discount: {
        kind: 'percentage',
        ratePpm: 100_000n,
        amount: 0n,
        currency: null,
        minSubtotal: null,
        hasCollection: false,
        state: 'live',
      },
    },
    request: {
      currency: 'USD',
      region: '',
      method: null,
      hasCode: true,
      lines: [
        { id: toUuid(newId('var')), offer: { ...thing, price: 333n }, quantity: 3n },
        { id: toUuid(newId('var')), offer: { ...thing, price: 500n }, quantity: 1n },
      ],
    },
  };
  const expected = {
    lines: [
      { position: 0, quantity: '3', lineTotal: '999', discount: '100', tax: '80', taxIncluded: '0' },
      { position: 1, quantity: '1', lineTotal: '500', discount: '50', tax: '40', taxIncluded: '0' },
    ],
    subtotal: '1499',
    shipping: '700',
    shippingMethod: 'standard',
    shippingTax: '62',
    tax: '182',
    taxIncluded: '0',
    discount: '150',
    total: '2231',
  };
  expect(priceByTheBook(scenario.shop, scenario.request)).toEqual(expected);
  await rolledBack(async (session) => {
    expect(await priceInDatabase(session, scenario)).toEqual(expected);
  });
});

describe('arithmetic that is broken on purpose is found out', () => {
  it.each([
    [
      'tax of what is not paid',
      'discount_basket',
      '(v_line.line_total - v_line.discount)',
      'v_line.line_total',
    ],
    ['tax on a delivery that is free', 'discount_basket', 'v.tax := v.tax - v.shipping_tax;', ''],
    ['a percentage rounded down', 'discount_basket', 'round(v_eligible', 'trunc(v_eligible'],
    [
      'an amount above what it is for',
      'discount_basket',
      'least(v_discount.amount_minor, v_eligible)',
      'v_discount.amount_minor',
    ],
    [
      'a collection that is not looked at',
      'discount_basket',
      'v_discount.collection_id is null or exists',
      'true or exists',
    ],
    [
      'a minimum that is missed by one',
      'discount_basket',
      'v_eligible < v_discount.min',
      'v_eligible < -1 + v_discount.min',
    ],
    ['parts that do not sum', 'allocate_minor', '(rank <= left_over)::int', '0'],
    ['the remainder given to the wrong line', 'allocate_minor', 'order by remainder desc, n', 'order by n'],
    ['tax rounded down', 'price_basket', 'round(v_line.line_total', 'trunc(v_line.line_total'],
    ['a region taxed as its country', 'price_basket', 'order by t.region desc', 'order by t.region'],
    [
      'the rest of the world before a country',
      'price_basket',
      "order by z.country = '*', z.region desc",
      'order by z.country, z.region desc',
    ],
    [
      'a weight limit that is missed by one',
      'price_basket',
      'v_weight <= r.max_weight_grams',
      'v_weight < r.max_weight_grams',
    ],
    ['the lines of a variant not merged', 'price_basket', 'continue when v_variant = any (v_variants);', ''],
  ])('%s', async (_, file, from, to) => {
    const { verdict } = await compare(2_000, [mutate(file, [[from, to]])]);
    expect(verdict.failed).toBe(true);
  });
});
