import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { runMail } from '@/inngest/notifications/run-mail';
import { parseId } from '@/lib/kernel/ids';
import { sendReportMail } from '@/lib/notifications/send-report-mail';
import { openDueReports } from '@/lib/reports/deliver';
import { SCHEDULED_REPORT_DONE } from '@/lib/reports/model';

/** Asks for the reports of the weeks and months that have ended: within the hour, in whatever zone the shop is. */
export const openDueReportsHourly = inngest.createFunction(
  {
    id: 'open-due-reports',
    name: 'Ask for reports that are due',
    triggers: [{ cron: '7 * * * *' }],
    retries: 3,
  },
  async ({ step }) => step.run('ask', async () => ({ opened: await openDueReports() })),
);

/** Sends a report that came by itself. Some four hours of tries: mail servers come back. */
export const sendScheduledReport = inngest.createFunction(
  {
    id: 'send-scheduled-report',
    name: 'Send a report that is due',
    triggers: [{ event: SCHEDULED_REPORT_DONE }],
    retries: 10,
    // Each may hold a file of some megabytes.
    concurrency: { limit: 2 },
  },
  async ({ event }) => {
    const data: Readonly<Record<string, unknown>> = event.data;
    const id = parseId('rep', data.reportId);
    if (id === null) throw new NonRetriableError('The event names no report.');
    return runMail(() => sendReportMail(id));
  },
);
