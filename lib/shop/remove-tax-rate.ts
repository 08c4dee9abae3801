import { callFunction } from '@/db/client';
import { newId, type TaxRateId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** Takes a tax rate away: what is sold there is taxed by the country's rate, or not at all. */
export async function removeTaxRate(
  id: TaxRateId,
  context: WriteContext,
): Promise<Outcome<undefined, 'tax-rate-not-found'>> {
  const { outcome } = await callFunction<{ outcome: 'removed' | 'tax-rate-not-found' }>('remove_tax_rate', {
    taxRateId: toUuid(id),
    auditId: toUuid(newId('aud')),
    ...context,
  });
  return outcome === 'removed' ? ok() : no(outcome);
}
