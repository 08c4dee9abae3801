import { callFunction } from '@/db/client';
import { newId, type ShippingZoneId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** Takes a zone away with its rates. What lay in it lies in the rest of the world from then on, if that is a zone. */
export async function removeShippingZone(
  id: ShippingZoneId,
  context: WriteContext,
): Promise<Outcome<undefined, 'shipping-zone-not-found'>> {
  const { outcome } = await callFunction<{ outcome: 'removed' | 'shipping-zone-not-found' }>(
    'remove_shipping_zone',
    { zoneId: toUuid(id), auditId: toUuid(newId('aud')), ...context },
  );
  return outcome === 'removed' ? ok() : no(outcome);
}
