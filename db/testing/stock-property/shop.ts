import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Heard, Purchase, Shelf } from './model';
import { findPurchase, type Line, type Scenario, type Step } from './operations';

/** What was counted over all runs. */
export type Tally = {
  runs: number;
  operations: number;
  placed: number;
  refused: number;
  /** Calls that were seen waiting for a lock, by a look every few milliseconds. */
  waits: number;
  again: number;
  inProgress: number;
  contended: number;
  deadlocks: number;
};

export const CONNECTIONS = 8;
const GIVE_UP_MS = 5_000;
const ADDRESS = { name: 'Ada', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };

/** The connections to one database that all its runs share: those that work, and one that looks on. */
export type Connections = { readonly workers: readonly pg.Client[]; readonly watcher: pg.Client };

export async function connect(url: string): Promise<Connections> {
  const open = async () => {
    const client = new pg.Client({ connectionString: url, statement_timeout: 15_000 });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const [watcher, ...workers] = await Promise.all(Array.from({ length: CONNECTIONS + 1 }, open));
  if (watcher === undefined) throw new Error('no connection');
  return { workers, watcher };
}

export async function disconnect({ workers, watcher }: Connections): Promise<void> {
  await Promise.all([watcher, ...workers].map((client) => client.end()));
}

/** Who did it, for the audit log. */
const movedBy = () => ({ auditId: randomUUID(), reason: 'test', actor: 'test' });

type Answer = {
  outcome: string;
  order?: { id: string };
  replayed?: boolean;
  refund?: { lines: { variantId: string; restocked: number }[] };
};

/** The variants, carts and keys of one run, and how each of its steps is done over a connection. */
export class RunShop {
  readonly variants: readonly string[];
  readonly #carts: readonly string[];
  readonly #keys: ReadonlyMap<number, string>;
  readonly #purchases: ReadonlyMap<number, Purchase>;
  readonly #attempts = new Map<number, string>();
  readonly #steps: readonly Step[];
  readonly #tally: Tally;

  constructor(scenario: Scenario, purchases: ReadonlyMap<number, Purchase>, tally: Tally) {
    this.variants = scenario.variants.map(() => randomUUID()).sort();
    this.#carts = scenario.carts.map(() => randomUUID());
    this.#keys = new Map([...purchases.keys()].map((at) => [at, randomUUID()]));
    this.#purchases = purchases;
    this.#steps = scenario.steps;
    this.#tally = tally;
  }

  /** Puts the variants on sale and fills the carts. */
  async open(client: pg.Client, scenario: Scenario): Promise<void> {
    const variants = scenario.variants.map(({ stock, lanes }, at) => ({
      id: this.variants[at],
      stock,
      lanes,
    }));
    const carts = scenario.carts.flatMap((lines, at) =>
      this.#named(lines).map((line) => ({ cart: this.#carts[at], ...line })),
    );
    await client.query({
      name: 'open',
      text: `with wanted as (
           select * from jsonb_to_recordset($1::jsonb) as v (id uuid, stock int, lanes smallint)
         ), offer as (
           insert into offers (variant_id, currency, product_id, price_minor, title, sku, options, tax_class, weight_grams, requires_shipping, sellable)
           select id, 'USD', id, 1000, 'A thing', id::text, '[]', 'standard', 100, true, true from wanted
         ), item as (
           insert into stock_items (variant_id, counted, lane_count) select id, stock is not null, lanes from wanted
         ), line as (
           select cart, "variantId" as variant, least(sum(quantity), 99)::smallint as quantity
           from jsonb_to_recordset($2::jsonb) as l (cart uuid, "variantId" uuid, quantity int) group by 1, 2
         ), cart as (
           insert into carts (id, currency) select distinct cart, 'USD' from line returning id
         )
         insert into cart_lines (cart_id, variant_id, quantity)
         select line.cart, line.variant, line.quantity from line join cart on cart.id = line.cart`,
      values: [JSON.stringify(variants), JSON.stringify(carts)],
    });
    for (const { id, stock } of variants) {
      if (stock !== null)
        await this.#call(client, 'adjust_stock', {
          variantId: id,
          set: stock,
          kind: 'receive',
          actor: 'test',
        });
    }
  }

  /** Does a step, and tells what it was told. */
  async perform(client: pg.Client, at: number): Promise<Heard[]> {
    const step = this.#steps[at];
    if (step === undefined) return [];
    this.#tally.operations += 1;
    const purchase = findPurchase(this.#steps, at);
    switch (step.kind) {
      case 'buy-one':
      case 'buy-many':
      case 'buy-cart':
        return [await this.#buy(client, at, step.lingerMs)];
      case 'replay':
        return purchase === null ? [] : [await this.#buy(client, purchase, step.lingerMs)];
      case 'expire':
        return purchase === null ? [] : this.#cutShort(client, purchase, step.lingerMs);
      case 'pay':
        return purchase === null ? [] : this.#pay(client, purchase, 'succeeded', step.lingerMs);
      case 'decline':
        return purchase === null ? [] : this.#pay(client, purchase, 'declined', step.lingerMs);
      case 'doubt':
        return purchase === null ? [] : this.#pay(client, purchase, 'in-doubt', step.lingerMs);
      case 'settle': {
        const payment = purchase === null ? undefined : this.#attempts.get(purchase);
        return payment === undefined ? [] : this.#settle(client, payment, step.result, step.lingerMs);
      }
      case 'cancel':
        return purchase === null ? [] : this.#cancel(client, purchase, step.lingerMs);
      case 'refund':
        return purchase === null ? [] : this.#refund(client, purchase, step);
      case 'sweep':
        await this.#linger(client, step.lingerMs, 'select release_due_holds($1::int)', [step.limit]);
        return [];
      case 'look':
        await this.#linger(client, step.lingerMs, 'select look_up_stock($1::uuid, $2::int)', [
          this.variants[step.variant],
          step.wanted,
        ]);
        return [];
      case 'adjust':
        return this.#adjust(client, step.variant, { delta: step.delta }, step.lingerMs);
      case 'set':
        return this.#adjust(client, step.variant, { set: step.level }, step.lingerMs);
      case 'stop-counting':
        return this.#adjust(client, step.variant, { set: null }, step.lingerMs);
      case 'lanes': {
        const request = { variantId: this.variants[step.variant], lanes: step.lanes, actor: 'test' };
        await this.#call(client, 'set_lanes', request, step.lingerMs);
        return [];
      }
    }
  }

  /** Expires what is due until nothing is. */
  async sweep(client: pg.Client): Promise<void> {
    for (;;) {
      const { rows } = await client.query<{ count: number }>(
        'select release_due_holds(1000, $1::uuid[])::int as count',
        [this.variants],
      );
      if (rows[0]?.count === 0) return;
    }
  }

  /** What the database holds now, of these variants and keys. */
  async look(client: pg.Client): Promise<Shelf> {
    const { rows } = await client.query<{ levels: (number | null)[]; orders: Stored[] | null }>({
      name: 'look',
      text: `select
           (select json_agg(stock_level(v.id) order by v.at) from unnest($1::uuid[]) with ordinality as v (id, at)) as levels,
           (select json_agg(json_build_object('id', o.id, 'key', o.idempotency_id, 'status', o.status, 'claimed',
                (select coalesce(json_agg(l.variant_id), '[]') from order_lines l where l.order_id = o.id and l.claims is not null),
                'payments', (select coalesce(json_object_agg(p.id, p.status), '{}') from payments p where p.order_id = o.id)))
            from orders o where o.idempotency_id = any ($2::uuid[])) as orders`,
      values: [this.variants, [...this.#keys.values()]],
    });
    const purchaseOf = new Map([...this.#keys].map(([at, key]) => [key, at]));
    return {
      levels: rows[0]?.levels ?? [],
      orders: (rows[0]?.orders ?? []).map(({ key, claimed, ...order }) => ({
        ...order,
        purchase: purchaseOf.get(key) ?? -1,
        claimed: claimed.map((variant) => this.variants.indexOf(variant)),
      })),
    };
  }

  /** Units by variant in orders of these statuses. */
  async unitsIn(client: pg.Client, statuses: readonly string[]): Promise<number[]> {
    const { rows } = await client.query<{ units: number[] }>(
      `select json_agg((select coalesce(sum(l.quantity), 0) from order_lines l join orders o on o.id = l.order_id
                        where l.variant_id = v.id and o.status::text = any ($2)) order by v.at) as units
       from unnest($1::uuid[]) with ordinality as v (id, at)`,
      [this.variants, statuses],
    );
    return rows[0]?.units ?? [];
  }

  /** As the shop does: the quick way, then the careful one, again as long as it is told to. */
  async #buy(client: pg.Client, at: number, lingerMs: number): Promise<Heard> {
    const { wants, cart } = this.#purchases.get(at) ?? { wants: [], cart: null };
    const step = this.#steps[at];
    const lines = step !== undefined && 'lines' in step ? step.lines : wants;
    const request = {
      orderId: randomUUID(),
      eventId: randomUUID(),
      idempotencyId: this.#keys.get(at),
      fingerprint: 'ab'.repeat(32),
      ...(cart === null ? { lines: this.#named(lines) } : { cartId: this.#carts[cart] }),
      email: 'ada@example.com',
      shippingAddress: ADDRESS,
      holdSeconds: 600,
    };
    const startedAt = Date.now();
    let agains = 0;
    for (;;) {
      const payload = { ...request, careful: agains > 0 };
      const answer = await this.#call(client, 'place_order', payload, agains === 0 ? lingerMs : 0);
      if (answer.outcome === 'placed') {
        this.#tally.placed += 1;
        const orderId = answer.order?.id ?? '';
        return { kind: 'placed', purchase: at, orderId, isReplay: answer.replayed === true };
      }
      if (answer.outcome !== 'again' && answer.outcome !== 'request-in-progress') {
        this.#tally.refused += 1;
        return { kind: 'refused', purchase: at, reason: answer.outcome };
      }
      if (answer.outcome === 'again') {
        agains += 1;
        this.#tally.again += 1;
      } else this.#tally.inProgress += 1;
      if (Date.now() - startedAt > GIVE_UP_MS) {
        this.#tally.contended += 1;
        return { kind: 'refused', purchase: at, reason: 'contended' };
      }
      if (answer.outcome !== 'again' || agains > 2) await sleep(1 + Math.random() * 3);
    }
  }

  async #cutShort(client: pg.Client, purchase: number, lingerMs: number): Promise<Heard[]> {
    const { rowCount } = await this.#linger(
      client,
      lingerMs,
      `update orders set expires_at = now() - interval '1 second' where idempotency_id = $1::uuid and status = 'pending'`,
      [this.#keys.get(purchase)],
    );
    return rowCount === 1 ? [{ kind: 'cut-short', purchase }] : [];
  }

  async #pay(
    client: pg.Client,
    purchase: number,
    result: 'succeeded' | 'declined' | 'in-doubt',
    lingerMs: number,
  ): Promise<Heard[]> {
    const paymentId = randomUUID();
    const orderId = await this.#orderOf(client, purchase);
    if (orderId === null) return [];
    const attempt = { orderId, paymentId, provider: 'test', method: 'test_ok', extendSeconds: 120 };
    const { outcome } = await this.#call(client, 'start_payment', attempt, lingerMs);
    if (outcome !== 'started') return [];
    this.#attempts.set(purchase, paymentId);
    const ended = await this.#settle(client, paymentId, result, lingerMs);
    return [{ kind: 'payment-started', purchase, paymentId }, ...ended];
  }

  async #settle(
    client: pg.Client,
    paymentId: string,
    result: 'succeeded' | 'declined' | 'in-doubt',
    lingerMs: number,
  ): Promise<Heard[]> {
    for (;;) {
      const { outcome } = await this.#call(client, 'settle_payment', { paymentId, result }, lingerMs);
      if (outcome === 'settled' && result !== 'in-doubt')
        return [{ kind: 'payment-ended', paymentId, result }];
      if (outcome !== 'again') return [];
      this.#tally.again += 1;
      await sleep(1 + Math.random() * 3);
    }
  }

  async #cancel(client: pg.Client, purchase: number, lingerMs: number): Promise<Heard[]> {
    const orderId = await this.#orderOf(client, purchase);
    const request = { orderId, refundId: randomUUID(), ...movedBy() };
    const { outcome } = await this.#call(client, 'cancel_order', request, lingerMs);
    return outcome === 'cancelled' ? [{ kind: 'cancelled', purchase }] : [];
  }

  async #refund(client: pg.Client, purchase: number, step: Step & { kind: 'refund' }): Promise<Heard[]> {
    const orderId = await this.#orderOf(client, purchase);
    const refundId = randomUUID();
    const [first] = this.#purchases.get(purchase)?.wants ?? [];
    const part = step.isWhole || !first ? {} : { lines: this.#named([{ ...first, quantity: 1 }]) };
    const request = { orderId, refundId, ...part, restock: step.restock, ...movedBy() };
    const opened = await this.#call(client, 'refund_order', request, step.lingerMs);
    if (opened.outcome !== 'opened') return [];
    await this.#call(client, 'settle_refund', { refundId, result: 'succeeded' }, step.lingerMs);
    const restocked = (opened.refund?.lines ?? []).map(({ variantId, restocked: quantity }) => ({
      variant: this.variants.indexOf(variantId),
      quantity,
    }));
    return [{ kind: 'refunded', purchase, restocked }];
  }

  async #orderOf(client: pg.Client, purchase: number): Promise<string | null> {
    const { rows } = await client.query<{ id: string }>({
      name: 'order-of-key',
      text: 'select id from orders where idempotency_id = $1::uuid',
      values: [this.#keys.get(purchase)],
    });
    return rows[0]?.id ?? null;
  }

  async #adjust(client: pg.Client, variant: number, change: object, lingerMs: number): Promise<Heard[]> {
    const request = { variantId: this.variants[variant], ...change, kind: 'adjust', actor: 'test' };
    const { outcome, before, available } = await this.#call<{
      outcome: string;
      before: number | null;
      available: number | null;
    }>(client, 'adjust_stock', request, lingerMs);
    return outcome === 'adjusted' ? [{ kind: 'stock-changed', variant, before, after: available }] : [];
  }

  #named(lines: readonly Line[]): { variantId: string | undefined; quantity: number }[] {
    return lines.map(({ variant, quantity }) => ({ variantId: this.variants[variant], quantity }));
  }

  async #call<T = Answer>(client: pg.Client, name: string, payload: object, lingerMs = 0): Promise<T> {
    const text = `select ${name}($1::jsonb)::text as result`;
    const { rows } = await this.#linger<{ result: string }>(client, lingerMs, text, [
      JSON.stringify(payload),
    ]);
    return JSON.parse(rows[0]?.result ?? 'null') as T;
  }

  /** One statement, whose transaction stays open for a while before it commits: what it locked stays locked. */
  async #linger<R extends pg.QueryResultRow>(
    client: pg.Client,
    lingerMs: number,
    text: string,
    values: unknown[],
  ): Promise<pg.QueryResult<R>> {
    // Prepared once a connection, as the shop does.
    const statement = { name: text.slice(0, 60), text, values };
    if (lingerMs === 0) return client.query<R>(statement);
    await client.query('begin');
    try {
      const result = await client.query<R>(statement);
      await sleep(lingerMs);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
}

type Stored = {
  id: string;
  key: string;
  status: string;
  claimed: string[];
  payments: Record<string, string>;
};
