import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Inngest } from 'inngest';
import { serve } from 'inngest/node';
import type { Mark } from './marks';

// The app that the crash tests kill. What its bodies do is written to a file, line by line, which no kill takes back.
const { values } = parseArgs({
  options: { port: { type: 'string' }, engine: { type: 'string' }, marks: { type: 'string' } },
});
const client = new Inngest({
  id: 'crash',
  isDev: true,
  baseUrl: values.engine ?? '',
  checkpointing: false,
  logger: { info() {}, warn() {}, error() {}, debug() {} },
});
// As many as the SDK allows: each kill of the app in a body uses one up.
const retries = 20;
function on(name: string): { id: string; retries: typeof retries; triggers: [{ event: string }] } {
  return { id: name, retries, triggers: [{ event: `crash/${name}` }] };
}

function mark(line: Mark): void {
  appendFileSync(values.marks ?? '', `${JSON.stringify(line)}\n`);
}

/** A body that says when it began and ended, what it had been told, and returns what no other run of it returns. */
async function body(runId: string, step: string, seen: unknown = null, ms = 0, key = ''): Promise<string> {
  const nonce = `${step}:${randomUUID()}`;
  const common = { runId, step, nonce, key, pid: process.pid };
  mark({ ...common, kind: 'began', at: Date.now(), seen });
  if (ms > 0) await sleep(ms);
  mark({ ...common, kind: 'ended', at: Date.now(), seen: null });
  return nonce;
}

const child = client.createFunction({ ...on('child') }, async ({ event, runId, step }) => {
  const made = await step.run('child work', () => body(runId, 'child work'));
  return { n: Number(event.data.n) * 2, made };
});

client.createFunction({ ...on('order') }, async ({ event, runId, step, attempt }) => {
  const reserved = await step.run('reserve', () => body(runId, 'reserve'));
  const flaky = await step.run('flaky', () => {
    if (attempt === 0) throw new Error('flaky the first time');
    return body(runId, 'flaky', { reserved });
  });
  const parts = await Promise.all(
    ['pdf', 'mail', 'label'].map((part) => step.run(part, () => body(runId, part, { reserved, flaky }, 20))),
  );
  await step.sleep('rest', '1s');
  const answer = await step.invoke('ask', { function: child, data: { n: event.data.n } });
  const sent = await step.sendEvent('tell', {
    id: `${event.id}-told`,
    name: 'crash/told',
    data: { order: event.id, reserved },
  });
  const closed = await step.run('close', () =>
    body(runId, 'close', { reserved, flaky, parts, answer, sent }),
  );
  return { reserved, flaky, parts, answer, sent, closed };
});

client.createFunction({ ...on('told') }, async ({ event, runId, step }) => {
  await step.run('hear', () => body(runId, 'hear', { order: event.data.order }));
});

client.createFunction(
  { ...on('keyed'), concurrency: { limit: 1, key: 'event.data.key' } },
  async ({ event, runId, step }) => {
    await step.run('alone', () => body(runId, 'alone', null, 60, event.data.key));
  },
);

client.createFunction({ ...on('naps') }, async ({ runId, step }) => {
  await Promise.all([1, 2, 3].map((nap) => step.sleep(`nap ${nap}`, '1s')));
  await step.run('after', () => body(runId, 'after naps'));
});

client.createFunction({ ...on('two-waits') }, async ({ runId, step }) => {
  const both = await Promise.all(
    ['left', 'right'].map((side) =>
      step.waitForEvent(side, { event: `crash/${side}`, match: 'data.pair', timeout: '5m' }),
    ),
  );
  await step.run('after', () =>
    body(
      runId,
      'after waits',
      both.map((found) => found?.data.pair),
    ),
  );
});

client.createFunction({ ...on('race') }, async ({ runId, step }) => {
  await Promise.race([
    step.sleep('short', '1s'),
    step.waitForEvent('never', { event: 'crash/never', timeout: '1s' }),
  ]);
  await step.run('after', () => body(runId, 'after race'));
});

client.createFunction({ ...on('slow') }, async ({ event, runId, step }) => {
  const before = await step.run('before', () => body(runId, 'before'));
  const work = await step.run('work', () => body(runId, 'slow work', { before }, Number(event.data.ms)));
  return { before, work };
});

client.createFunction({ ...on('simple') }, async ({ runId, step }) => ({
  made: await step.run('only', () => body(runId, 'only')),
}));

client.createFunction(
  { id: 'tick', retries, triggers: [{ cron: '* * * * *' }] },
  async ({ event, runId, step }) => {
    await step.run('tick', () => body(runId, 'tick', { id: event.id, ts: event.ts }));
  },
);

const handler = serve({ client, functions: client.funcs });
createServer((req, res) => void handler(req, res)).listen(Number(values.port), '127.0.0.1');
