import type { ProductDraft } from '@/lib/catalog/model';
import { type Random, random } from '../art/random';
import { dayWeight, hourAt, type Launch } from './calendar';
import { indexAt } from './index-at';
import { makePerson, type Person } from './people';
import { openShelf, type Sellable } from './shelf';

/** What became of an order. `open` is paid and still to be sent. */
export type Fate = 'open' | 'sent' | 'expired' | 'abandoned' | 'cancelled' | 'refunded' | 'partly-refunded';

export type PlannedOrder = {
  /** Milliseconds since 1970. */
  atMs: number;
  /** Index into `people`. */
  person: number;
  lines: readonly { variantId: string; quantity: number }[];
  method: 'standard' | 'express';
  code: string | null;
  fate: Fate;
  /** How long payment took; a first card may have been declined. */
  paidAfterSeconds: number;
  declinedFirst: boolean;
  /** How long until it was sent, cancelled or refunded, in hours; never past the moment of seeding. */
  doneAfterHours: number;
};

export type PlannedYear = {
  people: readonly Person[];
  orders: readonly PlannedOrder[];
  launches: ReadonlyMap<string, number>;
};

const DAY_MS = 86_400_000;
const EXPRESS_MAX_GRAMS = 5_000;

/** The codes that buyers of the year used; they hold still. */
export const demoCodes = { first: 'HELLO10', shipping: 'POSTFREE' } as const;

/**
 * A year of orders up to `nowMs`, the same for the same products and day: seasons, weekdays, launches, people who come back,
 * and the share of everything that goes wrong. `count` is about how many.
 */
export function planYear(drafts: readonly ProductDraft[], nowMs: number, count = 3_200): PlannedYear {
  const rnd = random(20_260_101);
  const shelf = openShelf(drafts, rnd);
  const launches = [
    ...new Map(
      shelf.map(({ title, daysAgo, pull }) => [title, { daysAgo, pull: Math.min(3, 0.6 + pull * 4) }]),
    ).values(),
  ];
  const todayMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const times = timesOf(rnd, todayMs, nowMs, launches, count);
  const people: Person[] = [];
  const taken = new Set<string>();
  const orders: PlannedOrder[] = [];
  const codesUsed = new Set<number>();
  for (const atMs of times) {
    const daysAgo = (nowMs - atMs) / DAY_MS;
    const lines = fill(rnd, shelf, daysAgo);
    if (lines.length === 0) continue;
    const isBack = people.length > 40 && rnd.chance(0.27);
    const person = isBack
      ? Math.floor(people.length * Math.sqrt(rnd.next()))
      : people.push(makePerson(rnd, taken)) - 1;
    const grams = lines.reduce((sum, { line, quantity }) => sum + line.weightGrams * quantity, 0);
    const fate = fateOf(rnd, daysAgo);
    // One code a person, whoever they are: the books of a code know its buyers.
    const wantsCode = !codesUsed.has(person) && rnd.chance(isBack ? 0.05 : 0.16);
    if (wantsCode) codesUsed.add(person);
    orders.push({
      atMs,
      person,
      lines: lines.map(({ line, quantity }) => ({ variantId: line.variantId, quantity })),
      method: grams <= EXPRESS_MAX_GRAMS && rnd.chance(0.12) ? 'express' : 'standard',
      code: wantsCode ? (rnd.chance(0.75) ? demoCodes.first : demoCodes.shipping) : null,
      fate,
      paidAfterSeconds: rnd.int(25, 420),
      declinedFirst: rnd.chance(0.035),
      doneAfterHours: Math.min(doneAfter(rnd, fate), Math.max(0.1, daysAgo * 24 - 0.1)),
    });
  }
  return { people, orders, launches: new Map(shelf.map(({ variantId, daysAgo }) => [variantId, daysAgo])) };
}

function timesOf(
  rnd: Random,
  todayMs: number,
  nowMs: number,
  launches: readonly Launch[],
  count: number,
): number[] {
  const weights = Array.from({ length: 365 }, (_, daysAgo) => dayWeight(todayMs, daysAgo, launches));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const times: number[] = [];
  weights.forEach((weight, daysAgo) => {
    const expected = (count * weight) / whole;
    const orders = Math.max(0, Math.round(expected + rnd.bell() * Math.sqrt(expected) * 1.6));
    for (let i = 0; i < orders; i++) {
      const atMs = todayMs - daysAgo * DAY_MS + hourAt(rnd.next()) * 3_600_000 + rnd.int(0, 3_599_999);
      // Whoever is at it right now is not in the books yet.
      if (atMs < nowMs - 1_800_000) times.push(atMs);
    }
  });
  return times.sort((a, b) => a - b);
}

/** What somebody puts into a basket on that day; takes it out of the shelf's room. */
function fill(
  rnd: Random,
  shelf: readonly Sellable[],
  daysAgo: number,
): { line: Sellable; quantity: number }[] {
  const pullOf = (line: Sellable): number => {
    if (line.daysAgo <= daysAgo || (line.counted && line.room.left < 1)) return 0;
    const age = line.daysAgo - daysAgo;
    return line.pull * (0.55 + 3.2 * Math.exp(-age / 9));
  };
  const pulls = shelf.map(pullOf);
  let whole = pulls.reduce((sum, pull) => sum + pull, 0);
  const basket: { line: Sellable; quantity: number }[] = [];
  const wanted = rnd.chance(0.68) ? 1 : rnd.chance(0.75) ? 2 : 3;
  for (let tries = 0; basket.length < wanted && tries < 8 && whole > 0; tries++) {
    const index = indexAt(pulls, rnd.next() * whole);
    const line = shelf[index];
    if (!line) break;
    whole -= pulls[index] ?? 0;
    pulls[index] = 0;
    if (line.counted && line.room.left < 1) continue;
    const quantity =
      !line.counted && rnd.chance(0.4) ? rnd.int(2, 4) : line.room.left > 6 && rnd.chance(0.05) ? 2 : 1;
    if (line.counted) line.room.left -= quantity;
    basket.push({ line, quantity });
  }
  return basket;
}

function fateOf(rnd: Random, daysAgo: number): Fate {
  const lot = rnd.next();
  if (lot < 0.055) return 'expired';
  if (lot < 0.066) return 'abandoned';
  if (lot < 0.08) return 'cancelled';
  if (daysAgo < 2 + rnd.next() * 2.5) return 'open';
  if (lot < 0.102) return 'refunded';
  if (lot < 0.13) return 'partly-refunded';
  return 'sent';
}

function doneAfter(rnd: Random, fate: Fate): number {
  if (fate === 'abandoned') return rnd.range(0.02, 0.12);
  if (fate === 'cancelled') return rnd.range(0.4, 20);
  return fate === 'sent' ? rnd.range(8, 70) : rnd.range(60, 420);
}
