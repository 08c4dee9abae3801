import { defineOperation } from '@/app/api/_edge/operation';
import { listOwnOrdersInput } from '@/lib/customers/input';
import { customerSession } from './auth';
import { order, pageOf } from './shapes';

const own = {
  method: 'GET',
  tag: 'Account',
  actor: 'customer',
  problems: [],
  limit: 'account',
  idempotency: 'none',
} as const;

export const getAccount = defineOperation({
  ...own,
  id: 'getAccount',
  path: '/api/account',
  summary: 'See the account of whoever is signed in',
  responses: { 200: customerSession },
});

export const listOwnOrders = defineOperation({
  ...own,
  id: 'listOwnOrders',
  path: '/api/account/orders',
  summary: 'List one’s own orders, newest first',
  description:
    'Those placed while signed in, and those placed with the account’s e-mail address, also before there was an account: the address is proven.',
  query: listOwnOrdersInput,
  responses: { 200: pageOf(order) },
});
