import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { addCustomerNoteInput, changeCustomerTagsInput, listCustomersInput } from '@/lib/customers/input';
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
  tags: z.array(z.string()).describe('What staff call them.'),
};
const customer = z.object(facts).meta({ id: 'Customer' });

const address = z.object({
  name: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
  city: z.string(),
  region: z.string().optional(),
  postalCode: z.string(),
  country: z.string(),
});

const customerFile = z
  .object({
    ...facts,
    orders: z.array(merchantOrder),
    notes: z
      .array(
        z.object({
          id: idSchema('note'),
          at: instant,
          actor: z.string(),
          actorName: z.string().nullable(),
          text: z.string(),
        }),
      )
      .describe('What staff wrote down, the latest first.'),
    addresses: z.array(address).describe('What they keep, and where their latest orders went.'),
  })
  .meta({ id: 'CustomerWithOrders' });

export const listCustomers = defineOperation({
  id: 'listCustomers',
  method: 'GET',
  path: '/api/admin/customers',
  tag,
  summary: 'List customers, whoever did something last first',
  description:
    'Everybody who has an account or has ordered, once for each e-mail address. A search by name may answer with fewer customers than there is room for and yet have a next page.',
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
  responses: { 200: customerFile },
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

export const listCustomerTags = defineOperation({
  id: 'listCustomerTags',
  method: 'GET',
  path: '/api/admin/customers/tags',
  tag,
  summary: 'List the tags that customers have',
  actor: { permission: 'customers:read' },
  responses: {
    200: z
      .object({ items: z.array(z.object({ tag: z.string(), count: z.int() })) })
      .meta({ id: 'CustomerTags' }),
  },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeCustomerTags = defineOperation({
  id: 'changeCustomerTags',
  method: 'PUT',
  path: '/api/admin/customers/{id}/tags',
  tag,
  summary: 'Say which tags a customer has',
  actor: { permission: 'customers:write' },
  params: { id: customerId },
  body: changeCustomerTagsInput,
  responses: { 200: customerFile },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
  example: { tags: ['wholesale'] },
});

export const addCustomerNote = defineOperation({
  id: 'addCustomerNote',
  method: 'POST',
  path: '/api/admin/customers/{id}/notes',
  tag,
  summary: 'Write a note about a customer',
  description: 'For the shop’s people; it is gone when the person is erased.',
  actor: { permission: 'customers:write' },
  params: { id: customerId },
  body: addCustomerNoteInput,
  responses: { 201: z.object({ id: idSchema('note') }) },
  problems: [],
  limit: 'admin',
  idempotency: 'honoured',
  example: { text: 'Collects the early prints' },
});

export const removeCustomerNote = defineOperation({
  id: 'removeCustomerNote',
  method: 'DELETE',
  path: '/api/admin/customers/{id}/notes/{noteId}',
  tag,
  summary: 'Take a note about a customer away',
  actor: { permission: 'customers:write' },
  params: { id: customerId, noteId: pathId('note', 'note-not-found', 'The note.') },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
