import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expectAudited } from '@/e2e/support/audit';
import { type Answer, call, callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { freshKey, freshWord } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeVariant, usd } from '@/e2e/support/product';
import { moneyShape, totalsShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

const ZONES = '/api/admin/shipping-zones';
const TAXES = '/api/admin/tax-rates';

const zoneShape = z.strictObject({
  id: z.string().regex(/^zone_/),
  name: z.string(),
  countries: z.array(z.strictObject({ country: z.string(), region: z.string().optional() })),
  rates: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      price: moneyShape,
      minSubtotal: moneyShape.optional(),
      maxWeightGrams: z.number().int().optional(),
      translations: z.record(z.string(), z.strictObject({ title: z.string() })).optional(),
    }),
  ),
});
const taxShape = z.strictObject({
  id: z.string().regex(/^tax_/),
  country: z.string(),
  region: z.string().optional(),
  taxClass: z.enum(['standard', 'exempt']),
  name: z.string(),
  ratePpm: z.number().int(),
  included: z.boolean(),
  appliesToShipping: z.boolean(),
});

/** A place that nobody else names: other tests run beside these. */
const place = () => ({ country: 'AQ', region: freshWord() });
const made: string[] = [];

async function create<Shape extends z.ZodType<{ id: string }>>(
  path: string,
  json: object,
  shape: Shape,
  key?: string,
) {
  const answer = await callAsOwner('POST', path, { json, ...(key === undefined ? {} : { key }) });
  const body = read(answer, 201, shape);
  made.push(`${path}/${body.id}`);
  return { ...body, text: answer.text };
}
const makeZone = (json: object = {}) => create(ZONES, { name: `Zone ${freshWord()}`, ...json }, zoneShape);
const makeTax = (json: object = {}) =>
  create(TAXES, { ...place(), name: 'VAT', ratePpm: 200_000, included: false, ...json }, taxShape);
const change = (path: string, id: string, json: object): Promise<Answer> =>
  callAsOwner('PATCH', `${path}/${id}`, { json });

afterAll(async () => {
  for (const path of made) await callAsOwner('DELETE', path);
});

const quoteAt = async (variantId: string, where: object) =>
  read(
    await call('POST', '/api/checkout/quote', {
      json: { lines: [{ variantId, quantity: 1 }], shippingAddress: where },
    }),
    200,
    totalsShape,
  );

describe('a shipping zone', () => {
  const rates = [
    { code: 'standard', title: 'By ship', price: usd(900), translations: { fr: { title: 'Par bateau' } } },
    { code: 'standard', title: 'Free', price: usd(0), minSubtotal: usd(10_000), maxWeightGrams: 5_000 },
  ];

  test('is shown as it was made, and decides at once what shipping there costs', async () => {
    const variantId = await makeVariant({ price: usd(1_000) });
    const where = place();
    const { text, ...zone } = await makeZone({ countries: [where], rates });
    expect(zone).toMatchObject({ countries: [where], rates });
    const shown = await callAsOwner('GET', `${ZONES}/${zone.id}`);
    expect(shown.text).toBe(text);
    expect((await quoteAt(variantId, where)).shipping).toEqual(usd(900));
    const json = { lines: [{ variantId, quantity: 1 }], shippingAddress: where };
    const inFrench = await call('POST', '/api/checkout/quote?language=fr', { json });
    expect(JSON.parse(inFrench.text)).toMatchObject({ shippingMethods: [{ title: 'Par bateau' }] });
    const [dearer] = [{ ...first(rates), price: usd(1_100) }];
    const changed = read(await change(ZONES, zone.id, { rates: [dearer] }), 200, zoneShape);
    expect(changed).toEqual({ ...zone, rates: [dearer] });
    expect((await quoteAt(variantId, where)).shipping).toEqual(usd(1_100));
    await expectAudited(zone.id, 'shipping-zone.created', null, { name: zone.name });
    await expectAudited(
      zone.id,
      'shipping-zone.updated',
      { rates: [{ price: 900 }, {}] },
      { rates: [{ price: 1_100 }] },
    );
  });

  test('names places that no other zone names, also when two ask at once', async () => {
    const where = place();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        callAsOwner('POST', ZONES, { json: { name: 'Race', countries: [where] } }),
      ),
    );
    const yes = answers.filter((answer) => answer.status === 201);
    expect(yes).toHaveLength(1);
    for (const answer of answers) if (answer.status !== 201) refused(answer, 409, 'country-taken');
    made.push(`${ZONES}/${read(first(yes), 201, zoneShape).id}`);
    const other = await makeZone();
    refused(await change(ZONES, other.id, { countries: [where] }), 409, 'country-taken');
  });

  test('changes in what the body names, and goes when it is deleted', async () => {
    const where = place();
    const { text: _, ...zone } = await makeZone({ countries: [where], rates });
    const renamed = read(await change(ZONES, zone.id, { name: 'Other', unknown: 1 }), 200, zoneShape);
    expect(renamed).toEqual({ ...zone, name: 'Other' });
    expect(read(await change(ZONES, zone.id, { countries: [], rates: [] }), 200, zoneShape)).toMatchObject({
      countries: [],
      rates: [],
    });
    expect((await callAsOwner('DELETE', `${ZONES}/${zone.id}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE'])
      refused(await callAsOwner(method, `${ZONES}/${zone.id}`), 404, 'shipping-zone-not-found');
    refused(await change(ZONES, zone.id, { name: 'x' }), 404, 'shipping-zone-not-found');
    await expectAudited(zone.id, 'shipping-zone.removed', { name: 'Other' }, null);
  });

  test.each([
    ['name', { name: '' }],
    ['countries/0/country', { countries: [{ country: 'XX' }] }],
    ['countries/1', { countries: [{ country: 'AQ' }, { country: 'aq' }] }],
    ['countries/0/region', { countries: [{ country: '*', region: 'x' }] }],
    ['rates/0/price/amount', { rates: [{ code: 'c', title: 't', price: usd(-1) }] }],
    ['rates/0/price/currency', { rates: [{ code: 'c', title: 't', price: { amount: 1, currency: 'XXX' } }] }],
    [
      'rates/0/minSubtotal/currency',
      { rates: [{ code: 'c', title: 't', price: usd(1), minSubtotal: { amount: 1, currency: 'EUR' } }] },
    ],
    ['rates/0/maxWeightGrams', { rates: [{ code: 'c', title: 't', price: usd(1), maxWeightGrams: 0 }] }],
  ])('%s is refused when it is wrong (%#)', async (path, json) => {
    invalid(await callAsOwner('POST', ZONES, { json: { name: 'n', ...json } }), path);
  });

  test('is made once under a key, and listed to the end', async () => {
    const key = freshKey();
    const json = { name: `Once ${freshWord()}`, countries: [place()], rates };
    const once = await create(ZONES, json, zoneShape, key);
    const again = await callAsOwner('POST', ZONES, { json, key });
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      once.text,
      'true',
    ]);
    const all = await collectPages(ZONES, zoneShape, { as: shop.ownerKey, limit: 2 });
    expect(all.filter(({ name }) => name === json.name)).toHaveLength(1);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    invalid(await callAsOwner('GET', `${ZONES}?cursor=nonsense`), 'cursor');
  });
});

describe('a tax rate', () => {
  test('is shown as it was made, and counts at once', async () => {
    const variantId = await makeVariant({ price: usd(1_000) });
    const { text, ...rate } = await makeTax();
    const shown = await callAsOwner('GET', `${TAXES}/${rate.id}`);
    expect(shown.text).toBe(text);
    const { country, region } = rate;
    expect((await quoteAt(variantId, { country, region })).tax).toEqual(usd(200));
    const ratePpm = randomInt(1, 1_000) * 1_000;
    expect(read(await change(TAXES, rate.id, { ratePpm }), 200, taxShape)).toEqual({ ...rate, ratePpm });
    expect((await quoteAt(variantId, { country, region })).tax).toEqual(usd(ratePpm / 1_000));
    await expectAudited(rate.id, 'tax-rate.updated', { rate_ppm: 200_000 }, { rate_ppm: ratePpm });
    expect((await callAsOwner('DELETE', `${TAXES}/${rate.id}`)).status).toBe(204);
    expect((await quoteAt(variantId, { country, region })).tax).toEqual(usd(0));
    await expectAudited(rate.id, 'tax-rate.removed', { country, region }, null);
    for (const method of ['GET', 'DELETE'])
      refused(await callAsOwner(method, `${TAXES}/${rate.id}`), 404, 'tax-rate-not-found');
    refused(await change(TAXES, rate.id, {}), 404, 'tax-rate-not-found');
  });

  test('of a place and class there is one', async () => {
    const { text: _, ...rate } = await makeTax();
    const { id: _id, ...same } = rate;
    refused(await callAsOwner('POST', TAXES, { json: same }), 409, 'tax-rate-exists');
    const exempt = await makeTax({ ...same, taxClass: 'exempt', ratePpm: 0 });
    refused(await change(TAXES, exempt.id, { taxClass: 'standard' }), 409, 'tax-rate-exists');
    expect(read(await change(TAXES, exempt.id, { region: freshWord() }), 200, taxShape).taxClass).toBe(
      'exempt',
    );
  });

  test.each([
    ['country', { country: 'XX' }],
    ['name', { name: ' ' }],
    ['ratePpm', { ratePpm: 1_000_001 }],
    ['ratePpm', { ratePpm: -1 }],
    ['ratePpm', { ratePpm: '5' }],
    ['included', { included: null }],
    ['taxClass', { taxClass: 'luxury' }],
  ])('%s is refused when it is wrong (%#)', async (path, wrong) => {
    const json = { ...place(), name: 'VAT', ratePpm: 1, included: true, ...wrong };
    invalid(await callAsOwner('POST', TAXES, { json }), path);
  });

  test('is found by country, page by page', async () => {
    await makeTax();
    await makeTax();
    const found = await collectPages(TAXES, taxShape, {
      as: shop.ownerKey,
      query: { country: 'AQ' },
      limit: 1,
    });
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(found.every(({ country }) => country === 'AQ')).toBe(true);
    invalid(await callAsOwner('GET', `${TAXES}?country=XX`), 'country');
  });
});
