import { query } from '@/db/client';
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

const STORE_FAULTS = new Set<unknown>(['StoreUnavailable', 'OutcomeUnknown']);
const MAX_CAUSES = 8;

/** Why it failed, for people: what broke, and what to do; nothing of the inside. The error may have come through JSON. */
export function explainFailure(error: unknown): string {
  let at = error;
  for (let depth = 0; depth < MAX_CAUSES && typeof at === 'object' && at !== null; depth += 1) {
    const { name, cause } = at as { readonly name?: unknown; readonly cause?: unknown };
    if (STORE_FAULTS.has(name))
      return 'The shop’s database did not answer, several times in a row. Ask for the report again later.';
    at = cause;
  }
  return 'Something went wrong on our side, several times in a row. It was logged; ask for the report again later.';
}
