import { beforeAll, describe, expect, test } from 'vitest';
import { makeApiKey } from '@/e2e/support/api-keys';
import { placeOrder } from '@/e2e/support/buyer';
import { call, refused } from '@/e2e/support/client';
import { first } from '@/e2e/support/pick';
import { makeProduct, productBody, stockOf } from '@/e2e/support/product';
import { API_KEY_ROLES, type MerchantProduct, type Role } from '@/e2e/support/shapes';

type Deed = {
  name: string;
  may: readonly Role[];
  method: string;
  path: () => string | Promise<string>;
  json?: () => unknown;
};

const EVERYONE = API_KEY_ROLES;
const SELLERS: readonly Role[] = ['owner', 'manager'];
const OWNER: readonly Role[] = ['owner'];
const NOT_SUPPORT: readonly Role[] = ['owner', 'manager', 'viewer'];

let product: MerchantProduct;
let orderId = '';
const keys = new Map<Role, string>();

beforeAll(async () => {
  product = await makeProduct({ stock: 50 });
  orderId = (await placeOrder(first(product.variants).id)).id;
  for (const role of API_KEY_ROLES) keys.set(role, (await makeApiKey(role)).key);
});

const list = () => '/api/admin/products';
const own = () => `/api/admin/products/${product.id}`;
const doomed = async () => `/api/admin/products/${(await makeProduct()).id}`;
const stock = () => `/api/admin/variants/${first(product.variants).id}/stock`;
const apiKeys = () => '/api/admin/api-keys';
const spareKey = async () => `/api/admin/api-keys/${(await makeApiKey('viewer')).id}`;

/** Who may do what: owner all; manager all but staff, keys and releases; support orders and customers; viewer reads. */
const DEEDS: Deed[] = [
  { name: 'list products', may: NOT_SUPPORT, method: 'GET', path: list },
  { name: 'see a product', may: NOT_SUPPORT, method: 'GET', path: own },
  { name: 'make a product', may: SELLERS, method: 'POST', path: list, json: productBody },
  { name: 'change a product', may: SELLERS, method: 'PATCH', path: own, json: () => ({ vendor: 'V' }) },
  { name: 'take a product away', may: SELLERS, method: 'DELETE', path: doomed },
  {
    name: 'change stock',
    may: SELLERS,
    method: 'POST',
    path: stock,
    json: () => ({ delta: 1, reason: 'r' }),
  },
  { name: 'list orders', may: EVERYONE, method: 'GET', path: () => '/api/admin/orders' },
  { name: 'see an order', may: EVERYONE, method: 'GET', path: () => `/api/admin/orders/${orderId}` },
  { name: 'list API keys', may: OWNER, method: 'GET', path: apiKeys },
  {
    name: 'make an API key',
    may: OWNER,
    method: 'POST',
    path: apiKeys,
    json: () => ({ name: 'n', role: 'viewer' }),
  },
  { name: 'revoke an API key', may: OWNER, method: 'DELETE', path: spareKey },
];

describe.each(API_KEY_ROLES)('%s', (role) => {
  for (const { name, may, method, path, json } of DEEDS) {
    test(`${may.includes(role) ? 'may' : 'may not'} ${name}`, async () => {
      const as = keys.get(role) ?? '';
      const answer = await call(method, await path(), json === undefined ? { as } : { as, json: json() });
      if (may.includes(role)) expect(answer.status, answer.text).toBeLessThan(300);
      else refused(answer, 403, 'forbidden');
    });
  }
});

test('what was forbidden changed nothing', async () => {
  const before = await stockOf(product);
  const path = `/api/admin/variants/${first(product.variants).id}/stock`;
  const as = keys.get('viewer') ?? '';
  refused(await call('POST', path, { as, json: { delta: 9, reason: 'no' } }), 403, 'forbidden');
  expect(await stockOf(product)).toBe(before);
});

test('a manager cannot make itself an owner', async () => {
  const as = keys.get('manager') ?? '';
  refused(
    await call('POST', '/api/admin/api-keys', { as, json: { name: 'me', role: 'owner' } }),
    403,
    'forbidden',
  );
});
