import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { day } from '@/app/(merchant)/_ui/format';

/** Whether shoppers see a product, in words. */
export function ProductStatusBadge({
  product,
}: {
  product: Pick<Schema<'MerchantProduct'>, 'status' | 'publishAt'>;
}) {
  const { status, publishAt } = product;
  if (status === 'active') return <Badge tone="good">active</Badge>;
  if (status === 'archived') return <Badge>archived</Badge>;
  if (publishAt === null) return <Badge tone="warn">draft</Badge>;
  return <Badge tone="busy">publishes {day(publishAt)}</Badge>;
}
