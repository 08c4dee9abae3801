import { callFunction } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { newId, type ShippingZoneId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import type { ChangeShippingZoneInput, CreateShippingZoneInput } from './input';
import { type ShippingZoneRow, toShippingZone } from './internal/rows';
import type { Place, ShippingRate, ShippingZone } from './model';

type SaveAnswer = { outcome: 'saved'; zone: ShippingZoneRow } | { outcome: 'shipping-zone-not-found' };

/** Makes a zone. A place lies in one zone, so one that another zone names is refused. */
export async function createShippingZone(
  input: CreateShippingZoneInput,
  context: WriteContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<ShippingZone, 'country-taken'>> {
  const id = newId('zone');
  const zone = toShippingZone({ id: toUuid(id), name: input.name, ...toRows(input.countries, input.rates) });
  const saved = await save(id, true, input, {
    ...context,
    idempotency: context.idempotency && { ...context.idempotency, status: 201, body: JSON.stringify(zone) },
  });
  if (saved.ok) return ok(zone);
  if (saved.reason === 'country-taken') return no(saved.reason);
  throw new Error('A new zone cannot be missing.');
}

/** Changes what the input names of a zone; its countries and its rates are whole lists. */
export function changeShippingZone(
  id: ShippingZoneId,
  change: ChangeShippingZoneInput,
  context: WriteContext,
): Promise<Outcome<ShippingZone, 'country-taken' | 'shipping-zone-not-found'>> {
  return save(id, false, change, context);
}

async function save(
  id: ShippingZoneId,
  isNew: boolean,
  { name, countries, rates }: ChangeShippingZoneInput,
  context: object,
): Promise<Outcome<ShippingZone, 'country-taken' | 'shipping-zone-not-found'>> {
  const rows = toRows(countries ?? [], rates ?? []);
  try {
    const answer = await callFunction<SaveAnswer>('save_shipping_zone', {
      zoneId: toUuid(id),
      isNew,
      name,
      countries: countries && rows.countries,
      rates: rates && rows.rates.map((rate) => ({ id: toUuid(newId('rate')), ...rate })),
      auditId: toUuid(newId('aud')),
      ...context,
    });
    return answer.outcome === 'saved' ? ok(toShippingZone(answer.zone)) : no(answer.outcome);
  } catch (error) {
    if (violates(error, 'shipping_zone_countries_country_region_pk')) return no('country-taken');
    throw error;
  }
}

/** As the database keeps and answers them: places sorted, '' for no region, amounts in minor units. */
function toRows(
  countries: readonly Place[],
  rates: readonly ShippingRate[],
): Pick<ShippingZoneRow, 'countries' | 'rates'> {
  const places = countries.map(({ country, region = '' }) => ({ country, region }));
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
  return {
    countries: places.sort((a, b) => compare(a.country, b.country) || compare(a.region, b.region)),
    rates: rates.map(({ code, title, price, minSubtotal, maxWeightGrams, translations = {} }) => ({
      code,
      title,
      currency: price.currency,
      price: price.amount,
      minSubtotal: minSubtotal?.amount ?? 0,
      maxWeightGrams: maxWeightGrams ?? null,
      translations: Object.fromEntries(Object.entries(translations).sort(([a], [b]) => compare(a, b))),
    })),
  };
}
