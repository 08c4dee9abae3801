'use client';

import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from 'next/navigation';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { ago, dateTime } from '@/app/(merchant)/_ui/format';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { RunStatusBadge } from '../run-status';
import { took } from '../took';
import { LIVE, useJobs } from '../use-jobs';
import { RunTimeline } from './run-timeline';

type Run = Schema<'JobRunDetail'>;

const PARENT = { href: '/dashboard/jobs', label: 'Jobs' };

/** One run: what it has done, each attempt, what it waits for and when it goes on. */
export function RunPage() {
  const { id } = useParams<{ id: string }>();
  const run = useQuery({
    queryKey: ['jobs', 'run', id],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/jobs/runs/{id}', { params: { path: { id } }, signal })),
    ...LIVE,
  });
  if (run.data) return <Found run={run.data} />;
  return (
    <Page title="Run" parent={PARENT}>
      <Loaded query={run} lines={10}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Found({ run }: { run: Run }) {
  const jobs = useJobs();
  const mayWrite = useMay('jobs:write');
  const name = jobs.data?.functions.find(({ id }) => id === run.function)?.name ?? run.function;
  return (
    <Page
      title={name}
      parent={PARENT}
      aside={<RunStatusBadge status={run.status} goesOnAt={run.goesOnAt} />}
      lead={<Lead run={run} />}
      actions={mayWrite ? <Actions run={run} name={name} /> : null}
    >
      {run.error === null ? null : (
        <Section title="Why it failed">
          <p className="text-sm text-bad [overflow-wrap:anywhere]">{run.error}</p>
        </Section>
      )}
      {run.endedAt === null ? <Next run={run} /> : null}
      <RunTimeline run={run} />
      <Section title="What it was started by" lead="What may be a person’s or a secret is left out: …">
        {run.events.map((event, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the events of a run never change places
          <div key={at} className="grid gap-2 text-sm">
            <p>
              <code>{event.name}</code>
              {event.at === null ? null : <span className="text-muted"> · {dateTime(event.at)}</span>}
            </p>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
              tabIndex={0}
              className="max-h-80 overflow-auto rounded-sm border border-line bg-ground p-3 text-xs"
            >
              {JSON.stringify(event.data, null, 2)}
            </pre>
          </div>
        ))}
        <p className="text-xs text-muted [overflow-wrap:anywhere]">
          Run {run.id} of {run.function}
        </p>
      </Section>
    </Page>
  );
}

function Lead({ run: { createdAt, endedAt } }: { run: Run }) {
  return (
    <>
      Began {dateTime(createdAt)} ({ago(createdAt)})
      {endedAt === null ? '' : `, took ${took(Date.parse(endedAt) - Date.parse(createdAt))}`}
    </>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  sleep: 'pauses',
  wait: 'waits for an event',
  invoke: 'waits for another job',
  step: 'is at work',
};

/** What it waits for, and when it is taken up again. */
function Next({ run: { waits, next } }: { run: Run }) {
  // The end of a pause is told with the pause.
  const others = next.filter(
    ({ kind, step }) => kind !== 'sleep' || !waits.some((wait) => wait.step === step),
  );
  return (
    <Section title="What comes next">
      <ul className="grid gap-2 text-sm">
        {waits.map((wait) => {
          const end = next.find(({ kind, step }) => kind === 'sleep' && step === wait.step);
          return (
            <li key={wait.step}>
              <span className="font-medium">{wait.step}</span> {KINDS[wait.kind] ?? wait.kind}
              {wait.for === null ? '' : `: ${wait.for}`}
              {end ? (
                <>
                  {' '}
                  and goes on <When at={end.at} />
                </>
              ) : null}
              <span className="text-muted">, since {ago(wait.since)}</span>
            </li>
          );
        })}
        {others.map((job) => (
          <li key={`${job.kind} ${job.step} ${job.at}`}>
            {job.isCalled ? (
              <>At work now{job.step === null ? '' : ` on “${job.step}”`}</>
            ) : (
              <>
                Goes on <When at={job.at} />
                {job.step === null ? '' : ` with “${job.step}”`}
              </>
            )}
            {job.attempt > 1 ? <span className="text-muted">, try number {job.attempt}</span> : null}
          </li>
        ))}
        {waits.length + others.length === 0 ? (
          <li className="text-muted">Its end is being written down.</li>
        ) : null}
      </ul>
    </Section>
  );
}

function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={dateTime(at)}>
      {ago(at)}
    </time>
  );
}

function Actions({ run, name }: { run: Run; name: string }) {
  const router = useRouter();
  const { done } = useToasts();
  const path = { id: run.id };

  async function replay() {
    const params = { path };
    const { id } = await ask(api.POST('/api/admin/jobs/runs/{id}/replay', { params }));
    done('It runs again');
    router.push(`/dashboard/jobs/${id}`);
  }

  async function cancel() {
    await ask(api.POST('/api/admin/jobs/runs/{id}/cancel', { params: { path } }));
    done('It ends before its next step');
  }

  return run.endedAt === null ? (
    <Confirm label="Cancel" title={`Cancel “${name}”?`} verb="Cancel the run" onConfirm={cancel}>
      <p>It ends before its next step. What it has done stays done, and the rest is not done.</p>
    </Confirm>
  ) : (
    <Confirm
      label="Run again"
      title={`Run “${name}” again?`}
      verb="Run again"
      isDanger={false}
      onConfirm={replay}
    >
      <p>
        A new run begins from the first step, with what this one was started by. What was done once is told
        apart by its key: a mail that was sent is not sent twice.
      </p>
    </Confirm>
  );
}
