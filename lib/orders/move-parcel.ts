import { callFunction } from '@/db/client';
import { type FulfilmentId, newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { FulfilContext } from './fulfil-order';
import type { ChangeParcelInput } from './input';

/** Corrects what was noted of a parcel: what is absent stays, null takes it away. If asked to, tells the buyer. */
export async function changeParcel(
  id: OrderId,
  parcelId: FulfilmentId,
  { tellBuyer = false, carrier, trackingNumber, trackingUrl }: Partial<ChangeParcelInput>,
  context: WriteContext,
): Promise<Outcome<undefined, 'parcel-not-found'>> {
  const { outcome } = await callFunction<{ outcome: 'changed' | 'parcel-not-found' }>('change_parcel', {
    orderId: toUuid(id),
    fulfilmentId: toUuid(parcelId),
    changes: { carrier, tracking_number: trackingNumber, tracking_url: trackingUrl },
    tellBuyer,
    auditId: toUuid(newId('aud')),
    ...context,
  });
  return outcome === 'changed' ? ok() : no(outcome);
}

export type TakeBackRefusal =
  | 'parcel-not-found'
  /** Units of it are coming back, or came. */
  | 'parcel-returned'
  | 'refund-in-progress'
  | 'idempotency-key-reused';

/** A parcel was not sent after all: its units are to be sent again, and a mail about it that has not left does not leave. */
export async function takeBackParcel(
  id: OrderId,
  parcelId: FulfilmentId,
  context: FulfilContext,
): Promise<Outcome<{ readonly replayed: boolean }, TakeBackRefusal>> {
  const { outcome } = await callFunction<{ outcome: 'taken-back' | 'replayed' | TakeBackRefusal }>(
    'take_back_parcel',
    {
      orderId: toUuid(id),
      fulfilmentId: toUuid(parcelId),
      auditId: toUuid(newId('aud')),
      ...context,
    },
  );
  return outcome === 'taken-back' || outcome === 'replayed'
    ? ok({ replayed: outcome === 'replayed' })
    : no(outcome);
}
