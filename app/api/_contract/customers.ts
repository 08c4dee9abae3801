import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { listCustomersInput } from '@/lib/customers/input';
import { idSchema, moneySchema } from '@/lib/kernel/schemas';
import { pathId } from './path-id';
import { instant, merchantOrder, pageOf } from './shapes';

const tag = 'Customers';
const customerId = pathId('cust', 'customer-not-found', 'The customer.');

const facts = {
  id: idSchema('cust'),
  email: z.string(),
  name: z.string().nullable(),
  registered: z.boolean().describe('Whether they have an account.'),
  orderCount: z.int().describe('Every order, whatever became of it.'),
  spent: z.array(moneySchema).describe('What was paid less what was given back, by currency.'),
  firstOrderAt: instant.nullable(),
  lastOrderAt: instant.nullable(),
};
const customer = z.object(facts).meta({ id: 'Customer' });

export const listCustomers = defineOperation({
  id: 'listCustomers',
  method: 'GET',
  path: '/api/admin/customers',
  tag,
  summary: 'List customers, whoever did something last first',
  description: 'Everybody who has an account or has ordered, once for each e-mail address.',
  actor: { permission: 'customers:read' },
  query: listCustomersInput,
  responses: { 200: pageOf(customer) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const getCustomer = defineOperation({
  id: 'getCustomer',
  method: 'GET',
  path: '/api/admin/customers/{id}',
  tag,
  summary: 'See a customer with their latest orders',
  description: 'The list of orders, asked for the address, has the others.',
  actor: { permission: 'customers:read' },
  params: { id: customerId },
  responses: {
    200: z.object({ ...facts, orders: z.array(merchantOrder) }).meta({ id: 'CustomerWithOrders' }),
  },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const eraseCustomer = defineOperation({
  id: 'eraseCustomer',
  method: 'POST',
  path: '/api/admin/customers/{id}/erase',
  tag,
  summary: 'Erase what is personal of a customer',
  description:
    'Name, addresses, account and the mails they got are gone for good; orders stay in the books without them. Look for orders that are still to be sent first.',
  actor: { permission: 'customers:write' },
  params: { id: customerId },
  responses: {
    200: z.object({ id: idSchema('cust'), orderCount: z.int() }).meta({ id: 'ErasedCustomer' }),
  },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
