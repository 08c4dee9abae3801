import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import type { RunStatus } from '@/lib/jobs/model';

const TONES: Readonly<Record<RunStatus, Tone>> = {
  queued: 'neutral',
  running: 'busy',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

/** How a run stands. One that is to be taken up later does nothing now: it waits. */
export function RunStatusBadge({ status, goesOnAt }: { status: RunStatus; goesOnAt: string | null }) {
  if (status === 'running' && goesOnAt !== null && Date.parse(goesOnAt) > Date.now() + 1_000)
    return <Badge tone="warn">waiting</Badge>;
  return <Badge tone={TONES[status]}>{status}</Badge>;
}
