import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { findBrokenStock } from '@/db/testing/stock-invariants';
import { newId, toUuid, type VariantId } from '@/lib/kernel/ids';
import {
  type AnswerFault,
  endOfPostgresAnswer,
  type FaultProxy,
  startFaultProxy,
  targetOf,
} from '@/stack/testing/fault-proxy';
import type { PlaceOrderContext } from './place-order';

// The shop's own client, with a proxy between it and Postgres; what is found out is asked on the direct way.
let proxy: FaultProxy;
let shop: typeof import('./place-order');
let client: typeof import('@/db/client');

beforeAll(async () => {
  // Opens the direct way before the address changes.
  await query('test_direct', 'select 1', []);
  const url = process.env.POSTGRES_URL ?? '';
  proxy = await startFaultProxy(targetOf(url), endOfPostgresAnswer);
  vi.stubEnv('POSTGRES_URL', proxy.through(url));
  vi.resetModules();
  client = await import('@/db/client');
  shop = await import('./place-order');
});
afterEach(() => {
  proxy.mend();
  proxy.cut();
});
afterAll(async () => {
  await client.closeDatabase();
  vi.unstubAllEnvs();
  await closeDatabase();
  await proxy.close();
});

const shippingAddress = {
  name: 'Ada',
  line1: '1 Main St',
  city: 'Springfield',
  postalCode: '12345',
  country: 'US',
};

function newContext(): PlaceOrderContext {
  return { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 };
}

/** What a buyer learns: the order, or the name of the fault. */
async function buy(variantId: VariantId, context: PlaceOrderContext) {
  const request = { lines: [{ variantId, quantity: 1 }], email: 'ada@example.com', shippingAddress };
  try {
    const outcome = await shop.placeOrder(request, context);
    return outcome.ok ? { id: outcome.value.order.id, replayed: outcome.value.replayed } : outcome.reason;
  } catch (error) {
    return (error as Error).name;
  }
}

async function ordersOf({ idempotency }: PlaceOrderContext): Promise<string[]> {
  const rows = await query<{ id: string }>(
    'test_orders_of_key',
    'select id::text from orders where idempotency_id = $1::uuid',
    [idempotency.id],
  );
  return rows.map(({ id }) => id);
}

async function levelOf(variantId: VariantId) {
  const [[row] = []] = await atomically([sql`select stock_level(${toUuid(variantId)}::uuid) as level`]);
  return row?.level;
}

describe('a purchase', () => {
  it('that Postgres committed and whose answer was lost is unknown, and its key tells the one order', async () => {
    const variantId = await makeOffer({ stock: 2 });
    const context = newContext();
    const lost = proxy.atAnswer({ to: 'place_order' }, { kind: 'answer-lost' });
    expect(await buy(variantId, context)).toBe('OutcomeUnknown');
    expect(lost.struck()).toBe(1);
    const [stored, ...others] = await ordersOf(context);
    expect(stored).toBeDefined();
    const again = await buy(variantId, context);
    expect(again).toMatchObject({ replayed: true });
    expect(toUuid((again as { id: Parameters<typeof toUuid>[0] }).id)).toBe(stored);
    expect(others).toEqual([]);
    expect(await levelOf(variantId)).toBe(1);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('that never reached Postgres is unknown as well, and its key places it now', async () => {
    const variantId = await makeOffer({ stock: 2 });
    const context = newContext();
    proxy.atAnswer({ to: 'place_order' }, { kind: 'request-lost' });
    expect(await buy(variantId, context)).toBe('OutcomeUnknown');
    expect(await ordersOf(context)).toEqual([]);
    expect(await buy(variantId, context)).toMatchObject({ replayed: false });
    expect(await levelOf(variantId)).toBe(1);
  });

  it('whose connection cannot be made did nothing, and says so', async () => {
    const variantId = await makeOffer({ stock: 2 });
    const context = newContext();
    proxy.atConnect('every', { kind: 'reset' });
    expect(await buy(variantId, context)).toBe('StoreUnavailable');
    proxy.mend();
    proxy.atConnect('every', { kind: 'silence' });
    const startedAt = performance.now();
    expect(await buy(variantId, context)).toBe('StoreUnavailable');
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(await ordersOf(context)).toEqual([]);
    expect(await levelOf(variantId)).toBe(2);
  });

  it('on a connection that fell silent is given up within 8 s, and its key tells the one order', async () => {
    const variantId = await makeOffer({ stock: 2 });
    const context = newContext();
    proxy.atAnswer({ to: 'place_order' }, { kind: 'half-open' });
    const startedAt = performance.now();
    expect(await buy(variantId, context)).toBe('OutcomeUnknown');
    expect(performance.now() - startedAt).toBeLessThan(8_000);
    expect(await buy(variantId, context)).toMatchObject({ replayed: true });
    expect(await ordersOf(context)).toHaveLength(1);
  });

  it('over a slow line is a purchase', async () => {
    const variantId = await makeOffer({ stock: 2 });
    proxy.atAnswer({ to: 'place_order' }, { kind: 'slow', bytes: 64, everyMs: 5 });
    expect(await buy(variantId, newContext())).toMatchObject({ replayed: false });
  });

  it('is one order or none however often its calls are lost, and known in the end', async () => {
    const variantId = await makeOffer({ stock: 100, lanes: 4 });
    const kinds: AnswerFault['kind'][] = ['answer-lost', 'request-lost'];
    for (let round = 0; round < 12; round += 1) {
      const context = newContext();
      // Three calls in a row that fail, each in its way; the round is the pattern.
      for (const turn of [1, 2, 3]) {
        const kind = kinds[(round >> (turn - 1)) % 2] ?? 'answer-lost';
        proxy.atAnswer({ to: 'place_order', turn }, { kind } as AnswerFault);
      }
      const heard = [];
      for (let call = 0; call < 4; call += 1) heard.push(await buy(variantId, context));
      expect(heard.slice(0, 3)).toEqual(['OutcomeUnknown', 'OutcomeUnknown', 'OutcomeUnknown']);
      expect(heard[3]).toMatchObject({ replayed: round % 8 !== 7 });
      expect(await ordersOf(context)).toHaveLength(1);
      proxy.mend();
    }
    expect(await levelOf(variantId)).toBe(88);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });

  it('in a crowd whose every third answer is lost ends in one order a key', async () => {
    const variantId = await makeOffer({ stock: 20, lanes: 8 });
    for (let turn = 3; turn < 90; turn += 3) {
      proxy.atAnswer({ to: 'place_order', turn }, { kind: turn % 2 ? 'answer-lost' : 'request-lost' });
    }
    const contexts = Array.from({ length: 30 }, newContext);
    const ends = await Promise.all(
      contexts.map(async (context) => {
        for (;;) {
          const heard = await buy(variantId, context);
          if (heard !== 'OutcomeUnknown' && heard !== 'StoreUnavailable') return heard;
        }
      }),
    );
    expect(ends.filter((end) => typeof end === 'object')).toHaveLength(20);
    expect(ends.filter((end) => end === 'out-of-stock')).toHaveLength(10);
    expect((await Promise.all(contexts.map(ordersOf))).flat()).toHaveLength(20);
    expect(await levelOf(variantId)).toBe(0);
    expect(await findBrokenStock([variantId])).toEqual([]);
  });
});

describe('several statements as one', () => {
  it('are unknown when the answer to their commit is lost, and undone when one before it is', async () => {
    const variantId = await makeOffer({ stock: 5 });
    const take = (units: number) => [
      sql`update stock_items set lane_count = lane_count where variant_id = ${toUuid(variantId)}::uuid`,
      sql`select adjust_stock(jsonb_build_object('variantId', ${toUuid(variantId)}::text, 'delta', ${-units}::int, 'kind', 'adjust', 'actor', 'test'))`,
    ];
    const nameOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: Error) => error.name,
      );
    proxy.atAnswer({ to: 'commit' }, { kind: 'answer-lost' });
    expect(await nameOf(client.atomically(take(1)))).toBe('OutcomeUnknown');
    expect(await levelOf(variantId)).toBe(4);
    proxy.atAnswer({ to: 'adjust_stock' }, { kind: 'answer-lost' });
    expect(await nameOf(client.atomically(take(1)))).toBe('StoreUnavailable');
    await vi.waitFor(async () => expect(await levelOf(variantId)).toBe(4));
    expect(await nameOf(client.atomically(take(1)))).toBe('done');
    expect(await levelOf(variantId)).toBe(3);
  });
});
