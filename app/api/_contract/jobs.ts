import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { RUN_STATUSES } from '@/lib/jobs/model';
import { pageQuery, queryText } from '@/lib/kernel/schemas';
import { instant, pageOf } from './shapes';

const count = z.int().min(0);
const runId = z.string().meta({ examples: ['01JD0QZ5W8P9T2C4V6X8Y0A1B3'] });

const jobs = z
  .object({
    engine: z
      .enum(['embedded', 'elsewhere', 'unreachable', 'none'])
      .describe(
        'elsewhere: another server runs the jobs, and its dashboard shows them. none: none is configured.',
      ),
    dashboardUrl: z.string().nullable(),
    functions: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        triggers: z.array(z.string()).describe('Events, or times as cron writes them.'),
        active: count,
        failedLastDay: count,
      }),
    ),
  })
  .meta({ id: 'Jobs' });

const runFacts = {
  id: runId,
  function: z.string(),
  status: z.enum(RUN_STATUSES),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  goesOnAt: instant.nullable().describe('When it is taken up again: a retry, the end of a pause.'),
  error: z.string().nullable(),
};

const jobRun = z.object(runFacts).meta({ id: 'JobRun' });

const jobRunDetail = z
  .object({
    ...runFacts,
    events: z
      .array(z.object({ name: z.string(), at: instant.nullable(), data: z.unknown() }))
      .describe('What it was started by. What may be a person’s or a secret is left out: ….'),
    steps: z.array(z.object({ name: z.string(), kind: z.string(), at: instant })),
    attempts: z.array(
      z.object({
        step: z.string().nullable().describe('null: the function itself, between its steps.'),
        number: count,
        at: instant,
        ms: count,
        isOk: z.boolean(),
        error: z.string().nullable(),
      }),
    ),
    waits: z.array(
      z.object({ step: z.string(), kind: z.string(), for: z.string().nullable(), since: instant }),
    ),
    next: z
      .array(
        z.object({
          kind: z.string(),
          step: z.string().nullable(),
          at: instant,
          attempt: count,
          isCalled: z.boolean().describe('It is at work right now.'),
        }),
      )
      .describe('What happens next, and when.'),
  })
  .meta({ id: 'JobRunDetail' });

const id = {
  schema: z.string().regex(/^[0-9A-Za-z-]{10,64}$/, 'Must be the id of a run.'),
  absent: 'run-not-found',
  description: 'The run.',
} as const;

const common = { tag: 'Jobs', limit: 'admin' } as const;

export const getJobs = defineOperation({
  ...common,
  id: 'getJobs',
  method: 'GET',
  path: '/api/admin/jobs',
  summary: 'See who runs the jobs, and which there are',
  actor: { permission: 'jobs:read' },
  responses: { 200: jobs },
  problems: [],
  idempotency: 'none',
});

export const listJobRuns = defineOperation({
  ...common,
  id: 'listJobRuns',
  method: 'GET',
  path: '/api/admin/jobs/runs',
  summary: 'List runs of jobs, newest first',
  description: 'Runs are forgotten a week after they ended.',
  actor: { permission: 'jobs:read' },
  query: z.object({
    ...pageQuery,
    status: z.enum(RUN_STATUSES).optional(),
    function: queryText(200).describe('The id of a function.'),
  }),
  responses: { 200: pageOf(jobRun) },
  problems: ['jobs-elsewhere'],
  idempotency: 'none',
});

export const getJobRun = defineOperation({
  ...common,
  id: 'getJobRun',
  method: 'GET',
  path: '/api/admin/jobs/runs/{id}',
  summary: 'See what a run has done, tried and waits for',
  actor: { permission: 'jobs:read' },
  params: { id },
  responses: { 200: jobRunDetail },
  problems: ['jobs-elsewhere'],
  idempotency: 'none',
});

export const replayJobRun = defineOperation({
  ...common,
  id: 'replayJobRun',
  method: 'POST',
  path: '/api/admin/jobs/runs/{id}/replay',
  summary: 'Run it again',
  description: 'From its first step and with the same events: a run of its own, whose id is answered.',
  actor: { permission: 'jobs:write' },
  params: { id },
  responses: { 202: z.object({ id: runId }) },
  problems: ['jobs-elsewhere'],
  idempotency: 'honoured',
});

export const cancelJobRun = defineOperation({
  ...common,
  id: 'cancelJobRun',
  method: 'POST',
  path: '/api/admin/jobs/runs/{id}/cancel',
  summary: 'Cancel a run',
  description: 'It ends before its next step. What it has done stays done.',
  actor: { permission: 'jobs:write' },
  params: { id },
  responses: { 202: z.object({ id: runId }) },
  problems: ['jobs-elsewhere', 'run-ended'],
  idempotency: 'none',
});
