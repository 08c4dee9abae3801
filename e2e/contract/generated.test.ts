import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeApiKey } from '@/e2e/support/api-keys';
import { fillCart, pay, placeOrder } from '@/e2e/support/buyer';
import { type Answer, call, callAsOwner } from '@/e2e/support/client';
import { allAtOnce, inLanes } from '@/e2e/support/crowd';
import { freshEmail, freshWord } from '@/e2e/support/fresh';
import { type GeneratedRequest, type OpenApi, requestsOf } from '@/e2e/support/generated-request';
import { first } from '@/e2e/support/pick';
import { makeProduct } from '@/e2e/support/product';
import { IdReference } from '@/e2e/support/schema-arbitrary';
import { shop } from '@/e2e/support/shop';
import { signWebhook } from '@/e2e/support/webhook';

const SEED = Number(process.env.GENERATED_SEED ?? Date.now() % 2_147_483_647);
const REQUESTS = shop.long ? 40_000 : 2_800;
const WEBHOOK = '/api/webhooks/payments/test';
/** In the long form each route must be answered with yes this often; in the short one it must be reached. */
const LEAST_YES = shop.long ? 20 : 1;
const LEAST_VALID = 0.3;
/** Opened by what only people have, a password, a mail or a session: these must refuse well. */
const OF_PEOPLE = / \/api\/(auth|account)(\/|$)/;

/**
 * What chance does not make: what a merchant's own address must have been sent, what a job must have made, what is no text, as
 * pictures, what two ids must name together, as a return and its order, and what people choose for themselves. Tests of their own
 * ask for each.
 */
const MADE_ELSEWHERE = new RegExp(
  [
    '^POST /api/admin/webhooks/deliveries/',
    '^GET /api/admin/reports/\\{id\\}/file',
    '^POST /api/admin/products/\\{id\\}/images$',
    '^PUT /api/admin/settings/logo$',
    '^PUT /api/admin/collections/\\{id\\}/image$',
    '^(POST|PATCH) /api/admin/orders/\\{id\\}/(returns|mails|parcels)',
    '^POST /api/admin/collections/\\{id\\}/products/',
    '^DELETE /api/admin/customers/\\{id\\}/notes/',
    '^(GET|POST) /api/admin/jobs/runs/\\{id\\}',
    '^PUT /api/admin/notices$',
  ].join('|'),
);
/** What must be somebody's own, so that the document's example can be made more than once. */
const OWN = new Set(['code', 'email', 'region']);
/** Orders and their buyers, so that there is something to send, cancel, refund and erase. */
const ORDERS = shop.long ? 160 : 30;

/** What exists, by the prefix of its id: requests refer to it, and what they make is added. */
class Pools {
  readonly #ids = new Map<string, string[]>();
  readonly tokens = new Map<string, string>();
  readonly slugs: string[] = [];
  /** By the path of the list that gave them. */
  readonly cursors = new Map<string, string[]>();

  add(id: string): void {
    const prefix = id.slice(0, id.indexOf('_'));
    this.#ids.set(prefix, [...(this.#ids.get(prefix) ?? []), id]);
  }

  remove(id: string): void {
    const prefix = id.slice(0, id.indexOf('_'));
    this.#ids.set(
      prefix,
      (this.#ids.get(prefix) ?? []).filter((other) => other !== id),
    );
  }

  all(prefix: string): readonly string[] {
    return this.#ids.get(prefix) ?? [];
  }

  find({ prefix, at }: IdReference): string {
    const ids = this.#ids.get(prefix) ?? [];
    // One in eight does not exist.
    return at % 8 === 0 || ids.length === 0 ? `${prefix}_${'0'.repeat(32)}` : (ids[at % ids.length] ?? '');
  }
}

/** The request as it is sent, and what it is about. */
function address(request: GeneratedRequest, pools: Pools, credentials: Readonly<Record<string, string>>) {
  let orderId = '';
  const settle = (value: unknown, name: string): unknown => {
    if (value instanceof IdReference) {
      const id = pools.find(value);
      if (value.prefix === 'ord') orderId = id;
      return id;
    }
    if (/^(token|x-order-token)$/i.test(name)) return pools.tokens.get(orderId) ?? value;
    if (name === 'slug' && request.method === 'GET')
      return pools.slugs[String(value).length % pools.slugs.length];
    if (name === 'cursor') {
      const cursors = pools.cursors.get(request.path) ?? [];
      return cursors[String(value).length % Math.max(1, cursors.length)] ?? value;
    }
    if (OWN.has(name) && request.method === 'POST' && typeof value === 'string' && value !== '')
      return `${freshWord().slice(0, 8)}${value}`;
    if (Array.isArray(value)) return value.map((item) => settle(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, settle(member, key)]));
  };
  const settled = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values).map(([name, value]): [string, string] => [name, String(settle(value, name))]);
  const parts = Object.fromEntries(settled(request.parameters.path));
  const path = request.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(parts[name] ?? 'x') || 'x',
  );
  // A list that has given no cursor yet is mostly asked for its first page.
  const isFirst =
    !pools.cursors.has(request.path) && String(request.parameters.query.cursor).length % 4 !== 0;
  // A list is given value by value.
  const asked = Object.entries(request.parameters.query).flatMap(([name, value]): [string, unknown][] =>
    Array.isArray(value) ? value.map((item) => [name, item]) : [[name, value]],
  );
  const query = new URLSearchParams(
    asked
      .filter(([name]) => name !== 'cursor' || !isFirst)
      .map(([name, value]): [string, string] => [name, String(settle(value, name))]),
  ).toString();
  // A header holds no more than this; other tests send what no header can.
  const headers = settled(request.parameters.header).map(([name, value]): [string, string] => [
    name,
    value.replace(/[^!-~]/g, '?'),
  ]);
  const credential = credentials[request.credential];
  const body = request.body === undefined ? undefined : settle(request.body, '');
  const json = request.mediaType === undefined ? body : undefined;
  if (request.mediaType !== undefined) headers.push(['Content-Type', request.mediaType]);
  // A webhook's credential is its signature.
  if (request.path === WEBHOOK && request.credential !== 'wrong' && typeof json === 'object' && json !== null)
    headers.push(['x-test-signature', signWebhook({ ...json })]);
  return {
    method: request.method,
    path: query === '' ? path : `${path}?${query}`,
    parts,
    options: {
      // A key is a buyer's own: generated ones would meet again with other bodies all the time.
      headers: Object.fromEntries(
        headers.map(([name, value]) => [name, name === 'Idempotency-Key' ? crypto.randomUUID() : value]),
      ),
      ...(json === undefined ? {} : { json }),
      ...(request.mediaType === undefined ? {} : { raw: String(body) }),
      ...(credential === undefined ? {} : { as: credential }),
    },
  };
}

/** Deletes what was made, where that can be deleted; products stay, as orders name them. */
async function takeAway(document: OpenApi, pools: Pools): Promise<void> {
  for (const [path, { delete: operation }] of Object.entries(document.paths)) {
    const pattern = operation?.parameters?.find((parameter) => parameter.name === 'id')?.schema.pattern;
    const prefix = /^\^([a-z]+)_/.exec(pattern ?? '')?.[1];
    if (prefix === undefined || prefix === 'prod') continue;
    const ids = pools.all(prefix);
    await inLanes(ids.length, 4, async (index) => {
      await callAsOwner('DELETE', path.replace('{id}', ids[index] ?? ''));
    });
  }
}

// On the edge alone: what Next hands to the routes is what the edge hands to them, ten times more slowly.
test.skipIf(shop.host === 'next')(
  `${REQUESTS} requests made from our own document (GENERATED_SEED=${SEED})`,
  {
    timeout: 900_000,
  },
  async () => {
    const document = (await call('GET', '/api/openapi.json')).body as OpenApi;
    const { body: settings } = await callAsOwner('GET', '/api/admin/settings');
    const pools = new Pools();
    for (const product of await allAtOnce(12, () => makeProduct({ stock: 100_000 }))) {
      pools.slugs.push(product.slug);
      const { id } = first(product.variants);
      pools.add(id);
      pools.add((await fillCart([{ variantId: id, quantity: 1 }])).id);
    }
    // For merchants to change and delete; buyers keep to those above.
    for (const { id } of await allAtOnce(12, () => makeProduct())) pools.add(id);
    const codes = await allAtOnce(12, () =>
      callAsOwner('POST', '/api/admin/discounts', {
        json: { code: freshWord().toUpperCase(), kind: 'percentage', ratePpm: 100_000 },
      }),
    );
    const schedules = await allAtOnce(6, () =>
      callAsOwner('POST', '/api/admin/report-schedules', {
        json: { kind: 'sales', format: 'csv', every: 'month', recipients: [freshEmail()] },
      }),
    );
    const collections = await allAtOnce(6, () =>
      callAsOwner('POST', '/api/admin/collections', { json: { title: freshWord() } }),
    );
    const people = await allAtOnce(6, () =>
      callAsOwner('POST', '/api/admin/staff', {
        json: { email: freshEmail(), name: 'Ada', role: 'viewer' },
        key: crypto.randomUUID(),
      }),
    );
    // Nobody is there, and little that is told.
    const endpoints = await allAtOnce(6, () =>
      callAsOwner('POST', '/api/admin/webhooks', {
        json: { url: `https://${freshWord()}.example.invalid/hook`, events: ['customers/customer.erased'] },
      }),
    );
    for (const { body } of [...codes, ...schedules, ...collections, ...people, ...endpoints])
      pools.add((body as { id: string }).id);
    await inLanes(ORDERS, 6, async (index) => {
      const order = await placeOrder(first(pools.all('var')));
      pools.add(order.id);
      pools.tokens.set(order.id, order.token);
      if (index % 4 !== 0) await pay(order, 'test_ok');
      // Only buyers of its own: others' are not to be erased.
      const found = await callAsOwner('GET', `/api/admin/customers?query=${order.email}`);
      pools.add(first((found.body as { items: { id: string }[] }).items).id);
    });
    const viewer = await makeApiKey('viewer');
    const credentials = { owner: shop.ownerKey, viewer: viewer.key, wrong: 'not-a-key' };

    const learn = (route: string, parts: Readonly<Record<string, string>>, { status, body }: Answer) => {
      const { id, token, nextCursor } = (body ?? {}) as { id?: string; token?: string; nextCursor?: string };
      const list = route.replace('GET ', '');
      if (typeof nextCursor === 'string')
        pools.cursors.set(list, [...(pools.cursors.get(list) ?? []), nextCursor]);
      // Gone with it is what the address ends with, not who a second factor or a note was taken from.
      if (/^DELETE .*\{id\}$|\/erase$/.test(route) && status < 300) pools.remove(parts.id ?? '_');
      // Variants of products that are made here may be deleted again: buyers keep to the first ones.
      else if ((status === 201 || status === 202) && typeof id === 'string') pools.add(id);
      if (status === 201 && id?.startsWith('ord_') && token !== undefined) pools.tokens.set(id, token);
    };

    const faults: string[] = [];
    const reached = new Map<string, { sent: number; yes: number; credentials: Set<string> }>();
    let valid = 0;
    let sent = 0;
    const send = async (request: GeneratedRequest) => {
      sent += 1;
      const { method, path, parts, options } = address(request, pools, credentials);
      const told = `#${sent} ${method} ${path} ${JSON.stringify(options).slice(0, 900)}`;
      try {
        const answer = await call(method, path, options);
        if (answer.status >= 500 && answer.status !== 504)
          faults.push(`${answer.status} for ${told}: ${answer.text.slice(0, 400)}`);
        const route = reached.get(request.route) ?? { sent: 0, yes: 0, credentials: new Set() };
        route.sent += 1;
        if (answer.status < 300) {
          route.yes += 1;
          route.credentials.add(request.credential);
        }
        reached.set(request.route, route);
        if (![400, 413, 415, 422].includes(answer.status)) valid += 1;
        learn(request.route, parts, answer);
      } catch (error) {
        faults.push(`${String(error).slice(0, 600)} for ${told}`);
      }
    };
    const isMeant = (route: string) => !OF_PEOPLE.test(route) && !MADE_ELSEWHERE.test(route);
    const isLacking = (route: string) => isMeant(route) && (reached.get(route)?.yes ?? 0) < LEAST_YES;
    const sample = (seed: number) => fc.sample(requestsOf(document), { numRuns: REQUESTS, seed });
    const requests = sample(SEED);
    await inLanes(REQUESTS, 8, async (index) => {
      const request = requests[index];
      if (request !== undefined) await send(request);
    });
    // Chance leaves a route without its yes now and then: it is asked as often again, a few times, as it would take all of them.
    for (let again = 1; again <= 4 && [...reached.keys()].some(isLacking); again += 1)
      for (const request of sample(SEED + again)) if (isLacking(request.route)) await send(request);

    // Shoppers of other tests see collections and pay taxes.
    await takeAway(document, pools);
    await callAsOwner('PATCH', '/api/admin/settings', { json: settings });

    const told = [...reached].map(([route, { sent, yes }]) => `${route} ${yes}/${sent}`).toSorted();
    process.stdout.write(
      `generated: ${((100 * valid) / sent).toFixed(0)} % valid; yes/sent: ${told.join(', ')}\n`,
    );
    expect(faults.slice(0, 10).join('\n\n')).toBe('');
    const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.filter((route) => !reached.has(route))).toEqual([]);
    expect(routes.filter(isLacking)).toEqual([]);
    expect(valid / sent).toBeGreaterThan(LEAST_VALID);
    const answered = new Set([...reached.values()].flatMap((route) => [...route.credentials]));
    expect(answered).toEqual(new Set(['owner', 'viewer', 'none', 'wrong']));
  },
);
