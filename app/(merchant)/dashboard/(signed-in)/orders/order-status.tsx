import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import type { OrderStatus } from '@/lib/orders/model';

const TONES: Readonly<Record<OrderStatus, Tone>> = {
  pending: 'busy',
  paid: 'warn',
  fulfilled: 'good',
  partially_refunded: 'neutral',
  refunded: 'neutral',
  cancelled: 'bad',
  expired: 'neutral',
};

/** Where an order stands, in a word. `paid` stands out: it waits to be sent. */
export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  return <Badge tone={TONES[status]}>{status.replaceAll('_', ' ')}</Badge>;
}
