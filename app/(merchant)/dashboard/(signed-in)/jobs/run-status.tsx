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

/** How long something took, as people say it: `240 ms`, `1.4 s`, `3 min`. */
export function took(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return ms < 5_400_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}
