import { query } from '@/db/client';
import { findFault } from '@/lib/kernel/faults';
import { type ReportId, toUuid } from '@/lib/kernel/ids';

/** Ends a report that could not be built, and says why. What was built is kept: building it again goes on from there. */
export async function failReport(id: ReportId, failure: string): Promise<void> {
  await query(
    'fail_report',
    `update reports set status = 'failed', failure = $2, finished_at = now()
     where id = $1::uuid and status in ('queued', 'running')`,
    [toUuid(id), failure],
  );
}

/** Why it failed, for people: what broke, and what to do; nothing of the inside. */
export function explainFailure(error: unknown): string {
  const fault = findFault(error);
  return fault?.name === 'StoreUnavailable' || fault?.name === 'OutcomeUnknown'
    ? 'The shop’s database did not answer, several times in a row. Ask for the report again later.'
    : 'Something went wrong on our side, several times in a row. It was logged; ask for the report again later.';
}
