import { buyer } from './buyer';
import { freshKey } from './fresh';
import {
  HOSTILE_HEADER_VALUES,
  HOSTILE_NUMBERS,
  HOSTILE_STRINGS,
  HOSTILE_STRUCTURES,
} from './hostile-values';
import { productBody, usd } from './product';
import type { SeededRandom } from './seeded-random';

/** What the requests may touch: things that exist, so that they get past the first look. */
export type Ground = {
  ownerKey: string;
  productId: string;
  slug: string;
  variantIds: string[];
  spareVariantId: string;
  cartId: string;
  order: { id: string; token: string };
  /** Whether paths with broken percent-encoding may be sent (only the embedded edge promises an answer). */
  brokenPaths: boolean;
};

const LONGEST_PATH = 12_000;

export type HostileRequest = { method: string; path: string; headers: Record<string, string>; raw?: string };

type Route = {
  method: string;
  path: (ground: Ground) => string[];
  query?: string[];
  body?: (ground: Ground, random: SeededRandom) => unknown;
};

const lines = (ground: Ground, random: SeededRandom) => [
  { variantId: random.pick(ground.variantIds), quantity: 1 + random.below(3) },
];
const whole = (ground: Ground, random: SeededRandom) => ({
  ...buyer(),
  lines: lines(ground, random),
  shippingMethod: 'standard',
  discountCode: 'TEN',
  expectedTotal: usd(1_999),
});

/** Every route of the contract with a request it would take; a path is a list of segments. */
const ROUTES: Route[] = [
  { method: 'GET', path: () => ['health'] },
  { method: 'GET', path: () => ['openapi.json'] },
  { method: 'GET', path: () => ['products'], query: ['query', 'collection', 'sort', 'limit', 'cursor'] },
  { method: 'GET', path: (ground) => ['products', ground.slug] },
  { method: 'GET', path: (ground) => ['variants', ground.spareVariantId, 'stock'] },
  { method: 'POST', path: () => ['carts'], body: () => ({}) },
  { method: 'GET', path: (ground) => ['carts', ground.cartId] },
  {
    method: 'PUT',
    path: (ground) => ['carts', ground.cartId, 'lines', ground.spareVariantId],
    body: () => ({ quantity: 2 }),
  },
  { method: 'POST', path: () => ['checkout', 'quote'], body: whole },
  { method: 'POST', path: () => ['checkout'], body: whole },
  {
    method: 'POST',
    path: () => ['checkout'],
    body: (ground, random) => ({ ...buyer(), lines: lines(ground, random) }),
  },
  { method: 'POST', path: () => ['checkout'], body: (ground) => ({ ...buyer(), cartId: ground.cartId }) },
  {
    method: 'POST',
    path: (ground) => ['orders', ground.order.id, 'payment'],
    body: (ground) => ({ token: ground.order.token, method: 'test_declined' }),
  },
  { method: 'GET', path: (ground) => ['orders', ground.order.id], query: ['token'] },
  { method: 'GET', path: () => ['admin', 'products'], query: ['limit', 'cursor', 'query', 'status'] },
  {
    method: 'POST',
    path: () => ['admin', 'products'],
    body: () => productBody({ tags: ['a'], descriptionHtml: '<p>a</p>', options: [] }),
  },
  { method: 'GET', path: (ground) => ['admin', 'products', ground.productId] },
  {
    method: 'PATCH',
    path: (ground) => ['admin', 'products', ground.productId],
    body: () => ({ title: 'Changed', tags: ['b'] }),
  },
  {
    method: 'POST',
    path: (ground) => ['admin', 'variants', ground.spareVariantId, 'stock'],
    body: () => ({ delta: 1, reason: 'fuzz' }),
  },
  { method: 'GET', path: () => ['admin', 'orders'], query: ['status', 'query', 'cursor', 'limit'] },
  { method: 'GET', path: (ground) => ['admin', 'orders', ground.order.id] },
  { method: 'GET', path: () => ['admin', 'api-keys'], query: ['limit', 'cursor'] },
  { method: 'POST', path: () => ['admin', 'api-keys'], body: () => ({ name: 'fuzz', role: 'viewer' }) },
  { method: 'DELETE', path: () => ['admin', 'api-keys', 'key_none'] },
];

const HEADER_NAMES = [
  'idempotency-key',
  'authorization',
  'x-order-token',
  'accept',
  'accept-language',
  'range',
  'if-none-match',
  'cookie',
  'origin',
  'x-request-id',
  'x-drop-admission',
  'prefer',
  'x-forwarded-for',
  'traceparent',
];
const BROKEN_SEGMENTS = ['%', '%zz', '%c0%af', '%ff', '%e2%82'];
const OTHER_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const OTHER_TYPES = [
  '',
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'multipart/form-data',
  ';',
];

/** One hostile request, decided by `random` but for fresh names and keys: a good request with one to three things wrong. */
export function makeHostileRequest(ground: Ground, random: SeededRandom): HostileRequest {
  const route = random.pick(ROUTES);
  const segments = route.path(ground);
  const search = new URLSearchParams();
  const headers: Record<string, string> = { 'idempotency-key': freshKey() };
  if (segments[0] === 'admin' && random.chance(0.95)) headers.authorization = `Bearer ${ground.ownerKey}`;
  let method = route.method;
  let raw = route.body === undefined ? undefined : corruptBody(route.body(ground, random), random);
  if (raw !== undefined) headers['content-type'] = 'application/json';
  for (const name of route.query ?? []) if (random.chance(0.5)) search.append(name, hostileText(random));
  if (random.chance(0.25)) spoilPath(segments, ground, random);
  if (random.chance(0.2)) headers[random.pick(HEADER_NAMES)] = random.pick(HOSTILE_HEADER_VALUES);
  if (random.chance(0.05)) headers['content-type'] = random.pick(OTHER_TYPES);
  if (random.chance(0.05)) method = random.pick(OTHER_METHODS);
  if (method === 'GET' || method === 'OPTIONS') raw = undefined;
  const query = search.size === 0 ? '' : `?${search}`;
  return {
    method,
    // Node reads heads of up to 16 KiB, also in a client: an address that is sent back in a redirect must fit.
    path: `/api/${segments.join('/')}${query}`.slice(0, LONGEST_PATH),
    headers,
    ...(raw === undefined ? {} : { raw }),
  };
}

/** Puts something hostile in the place of one segment, as an id that never was would come. */
function spoilPath(segments: string[], ground: Ground, random: SeededRandom): void {
  const index = random.below(segments.length);
  const broken = ground.brokenPaths && random.chance(0.15);
  segments[index] = broken
    ? random.pick(BROKEN_SEGMENTS)
    : encodeURIComponent(hostileText(random).toWellFormed().slice(0, 1_500));
}

function hostileText(random: SeededRandom): string {
  return random.chance(0.7) ? random.pick(HOSTILE_STRINGS) : String(random.pick(HOSTILE_NUMBERS));
}

function hostileValue(random: SeededRandom): unknown {
  const kinds: readonly (readonly unknown[])[] = [HOSTILE_STRINGS, HOSTILE_NUMBERS, HOSTILE_STRUCTURES];
  return structuredClone(random.pick(random.pick(kinds)));
}

/** The text of a body in which one to three things were replaced, removed or added, or which is no JSON at all. */
function corruptBody(body: unknown, random: SeededRandom): string {
  const changed: unknown = structuredClone(body);
  const times = random.below(4);
  for (let index = 0; index < times; index += 1) corruptOnce(changed, random);
  const text = JSON.stringify(random.chance(0.03) ? hostileValue(random) : changed) ?? '';
  if (random.chance(0.04)) return text.slice(0, random.below(text.length + 1));
  if (random.chance(0.02)) return text.replace(/:1\b/, ':1e999');
  if (random.chance(0.02))
    return `${text}${'\u0000 '.repeat(random.below(3))}${random.pick(['}', ',', ' '])}`;
  return text;
}

/** Walks down to a random place of a JSON value and replaces, removes or adds there. */
function corruptOnce(value: unknown, random: SeededRandom): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  const keys = Object.keys(holder);
  const key = keys.length === 0 ? 'added' : random.pick(keys);
  const inner = holder[key];
  if (typeof inner === 'object' && inner !== null && random.chance(0.6)) corruptOnce(inner, random);
  else if (random.chance(0.2)) delete holder[key];
  else put(holder, random.chance(0.15) ? random.pick(HOSTILE_STRINGS) : key, hostileValue(random));
}

/** Sets a member of its own, also one called `__proto__`, which an assignment would not. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}
