import { expect, it } from 'vitest';
import { functions } from './functions';
import { SUBSCRIBED } from './subscriptions';

const optionsOf = functions.map((job) => job.opts);

it('the relay sends exactly the events that functions are triggered by', () => {
  const names = optionsOf.flatMap(({ triggers }) =>
    (triggers ?? []).flatMap((trigger) => ('event' in trigger ? [String(trigger.event)] : [])),
  );
  // What the engine itself sends does not come through the outbox.
  const ours = names.filter((name) => !name.startsWith('inngest/'));
  expect([...SUBSCRIBED].sort()).toEqual([...new Set(ours)].sort());
});

it('every job says how often it is retried, and none has the id of another', () => {
  for (const { id, retries } of optionsOf) expect([id, typeof retries]).toEqual([id, 'number']);
  expect(new Set(optionsOf.map(({ id }) => id)).size).toBe(optionsOf.length);
});
