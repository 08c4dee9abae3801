import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';

type Status = Schema<'ImportSummary'>['status'];

const TONES: Readonly<Record<Status, Tone>> = {
  queued: 'neutral',
  running: 'busy',
  done: 'good',
  failed: 'bad',
};

/** How an import stands, in a word; one that is done and left something out says that. */
export function ImportStatusBadge({ status, errors }: { status: Status; errors: number }) {
  if (status === 'done' && errors > 0) return <Badge tone="warn">done, with errors</Badge>;
  return <Badge tone={TONES[status]}>{status}</Badge>;
}
