import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { parseId, type ReportId } from '@/lib/kernel/ids';
import { type Built, buildReport } from '@/lib/reports/build-report';
import { explainFailure, failReport } from '@/lib/reports/fail-report';
import { REPORT_REQUESTED } from '@/lib/reports/model';

/** How long a step builds before it is committed as one: far below the 20 seconds that a step may take. */
const PART_MS = 5_000;

/**
 * Builds a report, part by part. Where to go on is in the database, so a step that runs twice builds nothing twice, and a run that
 * begins again goes on where the last one stopped. Two at a time: the rest of the shop reads the same database.
 */
export const buildReportOnRequest = inngest.createFunction(
  {
    id: 'build-report',
    name: 'Build a report',
    triggers: [{ event: REPORT_REQUESTED }],
    retries: 5,
    concurrency: { limit: 2 },
    onFailure: async ({ event, error, step }) => {
      const id = reportOf(event.data.event.data);
      await step.run('say that it failed', () => failReport(id, explainFailure(error)));
    },
  },
  async ({ event, step }) => {
    const id = reportOf(event.data);
    for (;;) {
      const built: Built = await step.run('build the next part', () =>
        buildReport(id, { budgetMs: PART_MS }),
      );
      if (built === 'ended') return { reportId: id };
      if (built === 'wait') await step.sleep('let another one go first', '2s');
    }
  },
);

function reportOf(data: Readonly<Record<string, unknown>>): ReportId {
  const id = parseId('rep', data.reportId);
  if (id === null) throw new NonRetriableError('The event names no report.');
  return id;
}
