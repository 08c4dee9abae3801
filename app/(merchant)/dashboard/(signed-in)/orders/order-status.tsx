import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import type { Fulfilment, OrderStatus } from '@/lib/orders/model';

const TONES: Readonly<Record<OrderStatus, Tone>> = {
  pending: 'busy',
  paid: 'neutral',
  fulfilled: 'good',
  partially_refunded: 'neutral',
  refunded: 'neutral',
  cancelled: 'bad',
  expired: 'neutral',
};

/** A status in words: `partially refunded`. */
export const statusWord = (status: OrderStatus): string => status.replaceAll('_', ' ');

/** Where an order stands, in a word. What waits to be sent stands out by its other badge. */
export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  return (
    <Badge tone={TONES[status]} mayWrap>
      {statusWord(status)}
    </Badge>
  );
}

const SENT: Readonly<Record<Fulfilment, { tone: Tone; word: string }>> = {
  unsent: { tone: 'warn', word: 'to send' },
  'partly-sent': { tone: 'busy', word: 'partly sent' },
  sent: { tone: 'good', word: 'sent' },
};

export const fulfilmentWord = (fulfilment: Fulfilment): string => SENT[fulfilment].word;

/** How far an order is sent; nothing where nothing is to be sent. */
export function FulfilmentBadge({ fulfilment }: { fulfilment: Fulfilment | null }) {
  if (fulfilment === null) return null;
  const { tone, word } = SENT[fulfilment];
  return <Badge tone={tone}>{word}</Badge>;
}
