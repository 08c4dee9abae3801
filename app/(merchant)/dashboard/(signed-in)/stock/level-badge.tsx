import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';

/** How a variant stands, in words: nothing where there is nothing to say. */
export function LevelBadge({ line }: { line: Pick<Schema<'StockLine'>, 'available' | 'isLow'> }) {
  if (line.available === null) return <Badge>not counted</Badge>;
  if (line.available === 0) return <Badge tone="bad">sold out</Badge>;
  return line.isLow ? <Badge tone="warn">low</Badge> : <Badge tone="good">in stock</Badge>;
}
