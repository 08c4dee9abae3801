import type pg from 'pg';
import { type Heard, merge, type Purchase, SOLD, StockModel, Violation } from './model';
import { findPurchase, inGroups, type Scenario, type Step } from './operations';
import { type Connections, RunShop, type Tally } from './shop';

const LOOK_EVERY_MS = 8;

/**
 * Does a scenario's steps on real connections, as many side by side as there are, and has the model compare after each
 * group and at the end. Throws a Violation where database and model disagree.
 */
export async function runScenario(scenario: Scenario, connections: Connections, tally: Tally): Promise<void> {
  const purchases = readPurchases(scenario);
  const shop = new RunShop(scenario, purchases, tally);
  const { watcher } = connections;
  await shop.open(watcher, scenario);
  const model = new StockModel(
    scenario.variants.map(({ stock }) => stock),
    purchases,
  );
  for (const group of inGroups(scenario.steps)) {
    const heard = await runGroup(group, shop, connections, tally);
    const steps = group.flatMap((at) => scenario.steps[at] ?? []);
    model.advance(
      {
        width: group.length,
        purchases: group.flatMap((at) =>
          isBuying(scenario.steps[at]) ? (findPurchase(scenario.steps, at) ?? []) : [],
        ),
        takers: new Set(steps.flatMap(findTaken)),
      },
      heard,
      await shop.look(watcher),
    );
  }
  await shop.sweep(watcher);
  model.advance({ width: 1, purchases: [], takers: new Set() }, [], await shop.look(watcher));
  const { sold, held } = model.totals();
  compare('sold', sold, await shop.unitsIn(watcher, SOLD));
  compare('held', held, await shop.unitsIn(watcher, ['pending']));
  const { rows } = await watcher.query('select * from check_stock($1::uuid[])', [shop.variants]);
  if (rows.length > 0) throw new Violation(`the books do not balance: ${JSON.stringify(rows)}`);
  tally.runs += 1;
}

/** Each connection takes the next step as soon as it is done with one. */
async function runGroup(
  group: readonly number[],
  shop: RunShop,
  { workers, watcher }: Connections,
  tally: Tally,
): Promise<Heard[]> {
  const heard: Heard[] = [];
  const waiting = [...group];
  const work = async (client: pg.Client) => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      try {
        heard.push(...(await shop.perform(client, at)));
      } catch (error) {
        if ((error as { code?: string }).code === '40P01') tally.deadlocks += 1;
        throw new Violation(`step ${at} failed: ${(error as Error).message}`, { cause: error });
      }
    }
  };
  let isDone = false;
  const watching = group.length === 1 ? undefined : watch(watcher, tally, () => isDone);
  const ends = await Promise.allSettled(workers.map(work));
  isDone = true;
  await watching;
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return heard;
}

/** Counts calls that wait for a lock, by looking now and then. */
async function watch(watcher: pg.Client, tally: Tally, isDone: () => boolean): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (isDone()) return;
    const { rows } = await watcher.query<{ count: number }>({
      name: 'watch',
      text: `select count(*)::int as count from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'`,
    });
    tally.waits += rows[0]?.count ?? 0;
  }
}

function readPurchases({ steps, carts }: Scenario): Map<number, Purchase> {
  const purchases = new Map<number, Purchase>();
  for (const [at, step] of steps.entries()) {
    if (step.kind === 'buy-one' || step.kind === 'buy-many')
      purchases.set(at, { wants: merge(step.lines), cart: null });
    if (step.kind === 'buy-cart')
      purchases.set(at, { wants: merge(carts[step.cart] ?? []), cart: step.cart });
  }
  return purchases;
}

/** Whether a step may take units for a purchase. */
const isBuying = (step: Step | undefined) =>
  step?.kind === 'replay' || step?.kind === 'settle' || step?.kind.startsWith('buy') === true;

/** The variants of which a step may take any number without buying. */
function findTaken(step: Step): number[] {
  const takes =
    (step.kind === 'adjust' && step.delta < 0) || step.kind === 'set' || step.kind === 'stop-counting';
  return takes ? [step.variant] : [];
}

function compare(what: string, expected: readonly number[], found: readonly number[]): void {
  if (expected.join() !== found.map(Number).join())
    throw new Violation(`${what} by variant: ${found} in the database, ${expected} in the model`);
}
