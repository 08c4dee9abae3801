'use client';

import { ExternalLink } from 'lucide-react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { buttonClass } from '@/app/(merchant)/_ui/button';
import { FilterBar, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { Page } from '@/app/(merchant)/_ui/page';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { RUN_STATUSES } from '@/lib/jobs/model';
import { RunList } from './run-list';
import { useJobs } from './use-jobs';

const STATUSES = RUN_STATUSES.map((value) => ({ value, label: value }));

/** What the shop does by itself: its jobs, what they did, and what went wrong. */
export function JobsPage() {
  const jobs = useJobs();
  return (
    <Page
      title="Jobs"
      lead="What the shop does by itself: mails, webhooks, reports, imports, payments that are asked after. Runs are kept for a week."
    >
      <Loaded query={jobs} lines={12}>
        {(found) => (found.engine === 'embedded' ? <Runs jobs={found} /> : <NotHere jobs={found} />)}
      </Loaded>
    </Page>
  );
}

function Runs({ jobs: { functions } }: { jobs: Schema<'Jobs'> }) {
  return (
    <>
      <FilterBar names={['status', 'function']}>
        <SelectFilter name="status" label="Status" options={STATUSES} />
        <SelectFilter
          name="function"
          label="Job"
          options={functions.map(({ id, name, failedLastDay }) => ({
            value: id,
            label: failedLastDay > 0 ? `${name} (${failedLastDay} failed today)` : name,
          }))}
        />
      </FilterBar>
      <RunList functions={functions} />
    </>
  );
}

/** The jobs run, but not where this page could look; or nobody answers. */
function NotHere({ jobs: { engine, dashboardUrl } }: { jobs: Schema<'Jobs'> }) {
  if (engine === 'elsewhere' && dashboardUrl !== null) {
    return (
      <Empty
        title="Runs are in Inngest’s dashboard"
        action={
          <a href={dashboardUrl} target="_blank" rel="noreferrer" className={buttonClass('act')}>
            Open it <ExternalLink aria-hidden />
          </a>
        }
      >
        This shop’s jobs are run by another server than its own engine. It shows runs, steps and errors, and
        can replay and cancel them.
      </Empty>
    );
  }
  return engine === 'none' ? (
    <Empty title="No job engine is set up">
      Nothing runs by itself: no mail is sent and no report is built. What is to be done waits, and is done
      once an engine is there; docs/jobs.md says how.
    </Empty>
  ) : (
    <Empty title="The job engine does not answer">
      What is to be done waits and nothing is lost. This page asks again every few seconds.
    </Empty>
  );
}
