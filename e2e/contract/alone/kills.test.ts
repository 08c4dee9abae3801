import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { killPart, livingParts, untilReplaced } from '@/e2e/support/parts';
import { at } from '@/e2e/support/pick';
import { makeVariant } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';
import { type CrowdLog, newCrowdLog, rush } from '@/e2e/support/steadfast-crowd';

const KILLS = shop.long ? 100 : 5;
const BUYERS = 40;
const IN_FLIGHT_AT_LEAST = 10;
/** The supervisor gives up on a part that dies 5 times within 30 s, as it should. */
const SAME_PART_AFTER_MS = 8_000;

const KINDS = ['postgres', 'edge', 'redis', 'origin'];
const canRun = shop.host === 'edge' && shop.peers.length >= 2 && shop.stackDir !== '' && databaseKnown;

/** One of its kind, the instances in turn. */
function victim(kill: number): string {
  const names = livingParts()
    .map(({ name }) => name)
    .filter((name) => name.startsWith(at(KINDS, kill % KINDS.length)));
  return at(names, Math.floor(kill / KINDS.length) % names.length);
}

async function stockUp(): Promise<string[]> {
  const plenty = await Promise.all(Array.from({ length: 4 }, () => makeVariant({ stock: 100_000 })));
  const scarce = await makeVariant({ stock: 20 * KILLS });
  const hot = at(plenty, 0).replace('var_', '');
  await queryDatabase(
    `select set_lanes(jsonb_build_object('variantId', $1::uuid, 'lanes', 16, 'actor', 'test'))`,
    [hot],
  );
  return [...plenty, scarce];
}

/** What is in the database of what the crowd believes: every 201, and no second order of a key (an address a key). */
async function findLies({ purchases }: CrowdLog): Promise<string[]> {
  const rows = await queryDatabase(
    `select c.email, json_agg('ord_' || replace(o.id::text, '-', '')) as ids,
            (select sum(l.quantity)::int from order_lines l where l.order_id = any (array_agg(o.id))) as units
     from order_contacts c join orders o on o.id = c.order_id where c.email = any ($1) group by c.email`,
    [purchases.map(({ email }) => email)],
  );
  const stored = new Map(rows.map((row) => [row.email, row as { ids: string[]; units: number }]));
  return purchases.flatMap(({ email, orderId, units }) => {
    const found = stored.get(email);
    if (found === undefined) return orderId === null ? [] : [`${orderId} was answered and is not there`];
    if (found.ids.length > 1) return [`one key, ${found.ids.length} orders: ${found.ids}`];
    if (orderId !== found.ids[0]) return [`${orderId} was answered, ${found.ids} is there`];
    return found.units === units ? [] : [`${orderId} has ${found.units} units instead of ${units}`];
  });
}

describe.runIf(canRun)('whatever is killed', () => {
  test(`a crowd of ${BUYERS} ends in one order a key and books that balance, after ${KILLS} kills`, {
    timeout: KILLS * 20_000 + 60_000,
  }, async () => {
    const variants = await stockUp();
    const log = newCrowdLog();
    const kills: { part: string; inFlight: number }[] = [];
    const killedAt = new Map<string, number>();
    const startedAt = Date.now();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const part = victim(kill);
      await sleep(Math.max(0, (killedAt.get(part) ?? 0) + SAME_PART_AFTER_MS - Date.now()));
      let isOn = true;
      const crowd = rush(BUYERS, variants, log, () => isOn);
      await sleep(100 + Math.random() * 200);
      while (log.inFlight < IN_FLIGHT_AT_LEAST) await sleep(1);
      const { inFlight } = log;
      const killed = killPart(part);
      killedAt.set(part, Date.now());
      kills.push({ part, inFlight });
      await sleep(300);
      isOn = false;
      await crowd;
      await untilReplaced(killed);
    }
    console.log(summarize(kills, log, Date.now() - startedAt));
    expect(log.wrongs).toEqual([]);
    expect(kills.filter(({ inFlight }) => inFlight < IN_FLIGHT_AT_LEAST)).toEqual([]);
    expect(await findLies(log)).toEqual([]);
    expect(await queryDatabase('select * from check_stock()')).toEqual([]);
  });
});

/** One line for people. */
function summarize(
  kills: readonly { part: string; inFlight: number }[],
  log: CrowdLog,
  tookMs: number,
): string {
  const byKind = KINDS.map((kind) => `${kind} ${kills.filter(({ part }) => part.startsWith(kind)).length}`);
  const inFlight = kills.map((kill) => kill.inFlight).sort((a, b) => a - b);
  const placed = log.purchases.filter(({ orderId }) => orderId !== null).length;
  return (
    `kills: ${kills.length} (${byKind.join(', ')}) with ${inFlight[0]} to ${inFlight.at(-1)} checkouts in flight ` +
    `(median ${inFlight[Math.floor(inFlight.length / 2)]}) in ${(tookMs / 1000).toFixed(0)} s; ` +
    `${log.purchases.length} purchases, ${log.created} answers 201 (${log.replayed} repeated), ${placed} orders, ` +
    `${log.refused} refused, ${log.retries} retries, ${log.wrongs.length} wrong`
  );
}
