import { money } from '@/app/(merchant)/_ui/format';
import type { OrderDetail } from './order';

export type Event = OrderDetail['timeline'][number];

const WORDS: Readonly<Record<string, string>> = {
  placed: 'Placed',
  'payment-started': 'Payment started',
  'payment-succeeded': 'Paid',
  'payment-declined': 'Payment declined',
  'payment-in-doubt': 'Payment in doubt: the provider is asked until it answers',
  'payment-refunded': 'Money that came too late went back',
  fulfilled: 'Sent, whole',
  'parcel-sent': 'A parcel was sent',
  'parcel-changed': 'A parcel was corrected',
  'parcel-taken-back': 'A parcel was not sent after all',
  cancelled: 'Cancelled',
  expired: 'Expired: it was not paid in time',
  'refund-started': 'Refund started',
  'refund-succeeded': 'Refunded',
  'refund-failed': 'Refund refused by the provider',
  'refund-in-doubt': 'Refund in doubt: the provider is asked until it answers',
  'return-requested': 'Return noted',
  'return-received': 'Return came',
  'return-cancelled': 'Return will not come',
  'contact-changed': 'E-mail or address changed',
  note: 'Note',
};

const ACTORS: Readonly<Record<string, string>> = {
  buyer: 'the buyer',
  provider: 'the payment provider',
  system: 'the shop',
};

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What happened, in words. */
export const eventWords = ({ kind }: Event): string => WORDS[kind] ?? kind.replaceAll('-', ' ');

/** Who did it. */
export const actorWords = ({ actor, actorName }: Event): string =>
  actorName ?? ACTORS[actor] ?? (actor.startsWith('staff_') ? 'somebody who left' : actor);

/** What else is known of it: an amount, a parcel, a reason. */
export function eventFacts({ data }: Event): string {
  const { amount, currency } = data;
  const fields = Array.isArray(data.fields) ? `changed: ${data.fields.join(', ')}` : undefined;
  return [
    typeof amount === 'number' && typeof currency === 'string' ? money({ amount, currency }) : undefined,
    text(data.carrier),
    text(data.trackingNumber),
    text(data.reason),
    fields,
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');
}
