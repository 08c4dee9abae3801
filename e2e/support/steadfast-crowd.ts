import { setTimeout as sleep } from 'node:timers/promises';
import { buyer, type OrderLine } from './buyer';
import { type Answer, type CallOptions, call } from './client';
import { freshKey } from './fresh';
import { at } from './pick';
import { cartShape, orderShape, problemShape } from './shapes';

/** One intent to buy, and what its buyer knows of it in the end. */
export type Purchase = {
  readonly email: string;
  readonly units: number;
  /** The order that a 201 named; null: refused for good. */
  orderId: string | null;
};

/** What a crowd has seen so far. */
export type CrowdLog = {
  readonly purchases: Purchase[];
  /** Answers with 201, repeated ones included. */
  created: number;
  replayed: number;
  refused: number;
  /** Calls that were made again because nothing was known. */
  retries: number;
  /** Checkouts that wait for their answer right now. */
  inFlight: number;
  /** What must not be: an answer that no buyer can act upon, a key that names two orders. */
  readonly wrongs: string[];
};

const PATIENCE_MS = 45_000;
const KNOWN_REFUSALS = ['out-of-stock', 'insufficient-stock', 'cart-already-ordered'];

export function newCrowdLog(): CrowdLog {
  return { purchases: [], created: 0, replayed: 0, refused: 0, retries: 0, inFlight: 0, wrongs: [] };
}

/**
 * `width` buyers who buy one thing after the other as long as `isOn` says so: one line, two lines, by cart, and some who
 * ask once more though they know. Whoever gets no answer, or one that says "unknown", asks again with the same key
 * until it is known.
 */
export async function rush(
  width: number,
  variants: readonly string[],
  log: CrowdLog,
  isOn: () => boolean,
): Promise<void> {
  const shopper = async (who: number) => {
    for (let turn = who; isOn(); turn += 1) await purchase(turn, variants, log);
  };
  await Promise.all(Array.from({ length: width }, (_, who) => shopper(who)));
}

async function purchase(turn: number, variants: readonly string[], log: CrowdLog): Promise<void> {
  const pick = (step: number) => at(variants, (turn * 7 + step) % variants.length);
  const lines: OrderLine[] = [{ variantId: pick(0), quantity: 1 + (turn % 2) }];
  if (turn % 4 === 1) lines.push({ variantId: pick(1), quantity: 1 });
  const who = buyer();
  const cartId = turn % 4 === 2 ? await fillCart(lines, log) : undefined;
  // Nothing was left to put into it.
  if (cartId === null) return;
  const bought: Purchase = {
    email: who.email,
    units: lines.reduce((sum, line) => sum + line.quantity, 0),
    orderId: null,
  };
  const options = { key: freshKey(), json: { ...who, ...(cartId === undefined ? { lines } : { cartId }) } };
  log.purchases.push(bought);
  const times = turn % 5 === 0 ? 3 : 1;
  for (let time = 0; time < times; time += 1) await ask(options, bought, log);
}

/** Asks until it is known what became of the purchase. */
async function ask(options: CallOptions, bought: Purchase, log: CrowdLog): Promise<void> {
  const answer = await persist('POST', '/api/checkout', options, log);
  if (answer?.status === 201) {
    const { id } = orderShape.parse(answer.body);
    log.created += 1;
    if (answer.headers.has('idempotency-replayed')) log.replayed += 1;
    if (bought.orderId !== null && bought.orderId !== id)
      log.wrongs.push(`one key, two orders: ${bought.orderId} and ${id}`);
    bought.orderId = id;
    return;
  }
  log.refused += 1;
  if (bought.orderId !== null) log.wrongs.push(`${bought.orderId} was placed, then ${answer?.text}`);
}

/** A cart with these lines; null when they are sold out. */
async function fillCart(lines: readonly OrderLine[], log: CrowdLog): Promise<string | null> {
  const made = await persist('POST', '/api/carts', {}, log);
  const cart = cartShape.parse(made?.body);
  for (const { variantId, quantity } of lines) {
    const put = await persist('PUT', `/api/carts/${cart.id}/lines/${variantId}`, { json: { quantity } }, log);
    if (put?.status !== 200) return null;
  }
  return cart.id;
}

/** The first answer that tells something; null when there was none for very long, which is wrong. */
async function persist(
  method: string,
  path: string,
  options: CallOptions,
  log: CrowdLog,
): Promise<Answer | null> {
  const deadline = Date.now() + PATIENCE_MS;
  const isCheckout = path === '/api/checkout';
  let last = '';
  while (Date.now() < deadline) {
    try {
      if (isCheckout) log.inFlight += 1;
      const answer = await call(method, path, { ...options, timeoutMs: 15_000 }).finally(() => {
        if (isCheckout) log.inFlight -= 1;
      });
      if (answer.status < 300) return answer;
      const { code } = problemShape.parse(answer.body);
      if (KNOWN_REFUSALS.includes(code)) return answer;
      last = `${answer.status} ${code}`;
      if (code !== 'request-in-progress' && answer.status !== 503 && answer.status !== 504) {
        log.wrongs.push(`${answer.request}: ${answer.status} ${answer.text}`);
        return answer;
      }
    } catch (error) {
      if (!isBrokenConnection(error)) throw error;
      last = String(error);
    }
    log.retries += 1;
    await sleep(50 + Math.random() * 150);
  }
  log.wrongs.push(`${method} ${path}: nothing known after ${PATIENCE_MS} ms; last: ${last}`);
  return null;
}

function isBrokenConnection(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}
