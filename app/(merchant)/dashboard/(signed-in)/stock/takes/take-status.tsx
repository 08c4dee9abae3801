import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';

/** Where a count stands, in words. */
export function TakeStatusBadge({ status }: { status: Schema<'StockTake'>['status'] }) {
  if (status === 'ready') return <Badge tone="warn">to be looked at</Badge>;
  return status === 'applying' ? (
    <Badge tone="busy">being applied</Badge>
  ) : (
    <Badge tone="good">applied</Badge>
  );
}
