import { callFunction } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { newId, type TaxRateId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { Idempotency } from '@/lib/platform/idempotency';
import type { ChangeTaxRateInput, CreateTaxRateInput } from './input';
import { type TaxRateRow, toTaxRate } from './internal/rows';
import type { TaxRate } from './model';

type SaveAnswer = { outcome: 'saved'; rate: TaxRateRow } | { outcome: 'tax-rate-not-found' };

/** Makes a tax rate. A place has one for each class. Orders that were placed keep what they paid. */
export async function createTaxRate(
  input: CreateTaxRateInput,
  context: WriteContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<TaxRate, 'tax-rate-exists'>> {
  const id = newId('tax');
  const { region, ...rest } = input;
  const rate: TaxRate = { id, ...inWrittenOrder(rest, region) };
  const saved = await save(
    id,
    true,
    { ...input, region: region ?? '' },
    {
      ...context,
      idempotency: context.idempotency && { ...context.idempotency, status: 201, body: JSON.stringify(rate) },
    },
  );
  if (saved.ok) return ok(rate);
  if (saved.reason === 'tax-rate-exists') return no(saved.reason);
  throw new Error('A new tax rate cannot be missing.');
}

/** Changes what the input names of a tax rate. */
export function changeTaxRate(
  id: TaxRateId,
  change: ChangeTaxRateInput,
  context: WriteContext,
): Promise<Outcome<TaxRate, 'tax-rate-exists' | 'tax-rate-not-found'>> {
  return save(id, false, 'region' in change ? { ...change, region: change.region ?? '' } : change, context);
}

async function save(
  id: TaxRateId,
  isNew: boolean,
  { taxClass, ratePpm, appliesToShipping, ...changes }: ChangeTaxRateInput,
  context: object,
): Promise<Outcome<TaxRate, 'tax-rate-exists' | 'tax-rate-not-found'>> {
  try {
    const answer = await callFunction<SaveAnswer>('save_tax_rate', {
      taxRateId: toUuid(id),
      isNew,
      changes: { ...changes, tax_class: taxClass, rate_ppm: ratePpm, applies_to_shipping: appliesToShipping },
      auditId: toUuid(newId('aud')),
      ...context,
    });
    return answer.outcome === 'saved' ? ok(toTaxRate(answer.rate)) : no(answer.outcome);
  } catch (error) {
    if (violates(error, 'tax_rates_country_region_tax_class_key')) return no('tax-rate-exists');
    throw error;
  }
}

/** The members in the order in which {@link toTaxRate} gives them: an answer that is kept is kept byte for byte. */
function inWrittenOrder(
  rate: Omit<TaxRate, 'id' | 'region'>,
  region: string | undefined,
): Omit<TaxRate, 'id'> {
  const { country, taxClass, name, ratePpm, included, appliesToShipping } = rate;
  const where = region === undefined ? { country } : { country, region };
  return { ...where, taxClass, name, ratePpm, included, appliesToShipping };
}
