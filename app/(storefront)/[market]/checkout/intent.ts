import { type ApiResult, callApi } from '@/app/components/api/call-api';
import type { OwnOrder } from '@/app/components/orders/stored-orders';
import type { Money } from '@/lib/kernel/money';
import type { ShippingAddress } from '@/lib/orders/model';

/** What checkout is asked for. */
export type CheckoutBody = {
  readonly cartId: string;
  readonly email: string;
  readonly shippingAddress: ShippingAddress;
  readonly shippingMethod?: string;
  readonly discountCode?: string;
  readonly expectedTotal: Money;
  /** Whose language the mails about the order are in. */
  readonly market: string;
};

/** One wish to order: its body and the key under which it is asked, however often. */
export type Intent = { readonly key: string; readonly body: CheckoutBody; readonly isSent: boolean };

const STORE = 'doorbuster:checkout-intent';

/** Answers that leave open whether there is an order. The same key tells. */
const UNCLEAR = new Set(['no-answer', 'outcome-unknown', 'request-in-progress']);

/** How long to wait before asking again whether an unclear attempt went through. */
const ASK_AGAIN_MS = [1_000, 2_000, 4_000];

export function isUnclear(answer: ApiResult<unknown>): boolean {
  return !answer.ok && UNCLEAR.has(answer.problem.code);
}

/** An intent that was sent and whose answer this tab never saw: the page was left or reloaded in between. */
export function unfinishedIntent(): Intent | null {
  const intent = load();
  return intent?.isSent ? intent : null;
}

/**
 * Places the order that `body` asks for. The key is kept in the tab until the answer is clear, so a double click, a
 * reload or a lost answer never orders twice; another body is another wish with a key of its own.
 */
export async function placeOrder(body: CheckoutBody): Promise<ApiResult<OwnOrder>> {
  const known = load();
  const isSame = known !== null && JSON.stringify(known.body) === JSON.stringify(body);
  const intent: Intent = { key: isSame ? known.key : newKey(), body, isSent: true };
  save(intent);
  let answer = await send(intent);
  for (const pauseMs of ASK_AGAIN_MS) {
    if (!isUnclear(answer)) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    answer = await send(intent);
  }
  // A clear no changed nothing: the same wish may be tried again under the same key.
  if (answer.ok) forgetIntent();
  else if (!isUnclear(answer)) save({ ...intent, isSent: false });
  return answer;
}

export function forgetIntent(): void {
  try {
    sessionStorage.removeItem(STORE);
  } catch {
    // Nothing was kept.
  }
}

function send({ key, body }: Intent): Promise<ApiResult<OwnOrder>> {
  return callApi<OwnOrder>('/api/checkout', {
    method: 'POST',
    body,
    headers: { 'idempotency-key': key },
    timeoutMs: 20_000,
  });
}

/** Not crypto.randomUUID, which exists only in secure contexts: a shop on a local network is none. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

let inMemory: Intent | null = null;

function load(): Intent | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORE) ?? 'null') as Intent | null;
    return typeof stored?.key === 'string' && typeof stored.body?.cartId === 'string' ? stored : null;
  } catch {
    return inMemory;
  }
}

function save(intent: Intent): void {
  inMemory = intent;
  try {
    sessionStorage.setItem(STORE, JSON.stringify(intent));
  } catch {
    // Without storage the key lives as long as the page.
  }
}
