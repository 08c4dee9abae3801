import { inngest } from '@/inngest/client';
import { collectFiles } from '@/lib/platform/files/remove-files';
import { forgetOldReports, resumeReports } from '@/lib/reports/sweep-reports';

/** Asks again for reports whose event or run was lost. */
export const resumeReportsRegularly = inngest.createFunction(
  {
    id: 'resume-reports',
    name: 'Resume reports that stand still',
    triggers: [{ cron: '*/10 * * * *' }],
    retries: 2,
  },
  async ({ step }) => step.run('resume', async () => ({ resumed: await resumeReports() })),
);

/** Forgets old reports, and whatever files nobody has a name for any more. */
export const forgetReportsNightly = inngest.createFunction(
  {
    id: 'forget-reports',
    name: 'Forget old reports and nameless files',
    triggers: [{ cron: '20 3 * * *' }],
    retries: 3,
  },
  async ({ step }) => {
    const reports = await step.run('forget reports', forgetOldReports);
    const files = await step.run('collect files', collectFiles);
    return { reports, files };
  },
);
