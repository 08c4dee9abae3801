import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import * as input from '@/lib/customers/input';
import { MOST_ADDRESSES } from '@/lib/customers/model';
import { idSchema } from '@/lib/kernel/schemas';
import { customerSession } from './auth';
import { pathId } from './path-id';
import { instant, order, pageOf } from './shapes';

const own = {
  method: 'GET',
  tag: 'Account',
  actor: 'customer',
  problems: [],
  limit: 'account',
  idempotency: 'none',
} as const;
const none = z.undefined();
/** Each asks for the password, which costs what signing in costs. */
const confirmed = { ...own, method: 'POST', limit: 'sign-in' } as const;

const profile = z
  .object({
    email: z.string(),
    name: z.string().nullable(),
    emailVerifiedAt: instant.nullable().describe('When the mailbox was proven theirs.'),
    pendingEmail: z
      .string()
      .nullable()
      .describe('The address that is to take its place once its mailbox is proven as well.'),
    formerEmails: z
      .array(z.object({ email: z.string(), until: instant }))
      .describe('Addresses that were theirs before.'),
    createdAt: instant,
  })
  .meta({ id: 'Profile' });

const address = z
  .object({
    id: idSchema('addr'),
    name: z.string(),
    line1: z.string(),
    line2: z.string().optional(),
    city: z.string(),
    region: z.string().optional(),
    postalCode: z.string(),
    country: z.string(),
    isDefault: z.boolean().describe('Whether checkout offers it first.'),
  })
  .meta({ id: 'Address' });

const addressId = pathId('addr', 'address-not-found', 'The address.');
const addressExample = {
  name: 'Ada Buyer',
  line1: '1 Market Street',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
};
const password = 'correct horse battery staple';

export const getAccount = defineOperation({
  ...own,
  id: 'getAccount',
  path: '/api/account',
  summary: 'See the account of whoever is signed in',
  responses: { 200: customerSession },
});

export const getProfile = defineOperation({
  ...own,
  id: 'getProfile',
  path: '/api/account/profile',
  summary: 'See what the account knows of its customer',
  responses: { 200: profile },
  problems: ['unauthenticated'],
});

export const changeProfile = defineOperation({
  ...own,
  id: 'changeProfile',
  method: 'PATCH',
  path: '/api/account/profile',
  summary: 'Change one’s name',
  body: input.changeProfileInput,
  responses: { 200: profile },
  problems: ['unauthenticated'],
  example: { name: 'Ada Buyer' },
});

export const changeEmail = defineOperation({
  ...confirmed,
  id: 'changeEmail',
  path: '/api/account/email',
  summary: 'Ask to have another e-mail address',
  description:
    'A link is sent to that address, good for an hour, once; until it is used nothing changes. An address that has an account is told so by mail, and the answer is the same.',
  body: input.changeEmailInput,
  responses: { 202: none },
  problems: ['rate-limited'],
  example: { email: 'ada@other.example', password },
});

export const cancelEmailChange = defineOperation({
  ...own,
  id: 'cancelEmailChange',
  method: 'DELETE',
  path: '/api/account/email',
  summary: 'Keep the present e-mail address',
  description: 'The link that was sent to the other one opens nothing any more.',
  responses: { 204: none },
});

export const confirmEmail = defineOperation({
  ...confirmed,
  id: 'confirmEmail',
  path: '/api/account/email/confirm',
  summary: 'Prove the new e-mail address with the link',
  description:
    'From now on it is the account’s. The address before is told, every session ends, and a new one begins here. Orders placed with the address before stay in the account.',
  body: input.useLinkInput,
  responses: { 200: customerSession },
  problems: ['link-invalid', 'email-taken'],
  example: { token: `link_019a5c3be0007000800000000000000a.${'A'.repeat(43)}` },
});

export const listOwnOrders = defineOperation({
  ...own,
  id: 'listOwnOrders',
  path: '/api/account/orders',
  summary: 'List one’s own orders, newest first',
  description:
    'Those placed while signed in, and those that nobody signed in placed with the account’s e-mail address, also before there was an account: the address is proven.',
  query: input.listOwnOrdersInput,
  responses: { 200: pageOf(order) },
});

export const getOwnOrder = defineOperation({
  ...own,
  id: 'getOwnOrder',
  path: '/api/account/orders/{id}',
  summary: 'See one of one’s own orders',
  description: 'Any of the list, without its token.',
  params: { id: pathId('ord', 'order-not-found', 'The order.') },
  responses: { 200: order },
});

export const listAddresses = defineOperation({
  ...own,
  id: 'listAddresses',
  path: '/api/account/addresses',
  summary: 'List one’s addresses, the default one first',
  description: `There are ${MOST_ADDRESSES} at most, so the list has one page.`,
  responses: { 200: pageOf(address) },
});

export const addAddress = defineOperation({
  ...own,
  id: 'addAddress',
  method: 'POST',
  path: '/api/account/addresses',
  summary: 'Keep an address to choose at checkout',
  body: input.addressInput,
  responses: { 201: address },
  problems: ['too-many-addresses', 'unauthenticated'],
  idempotency: 'honoured',
  example: addressExample,
});

export const changeAddress = defineOperation({
  ...own,
  id: 'changeAddress',
  method: 'PUT',
  path: '/api/account/addresses/{id}',
  summary: 'Write another address in its place',
  description: 'The default one stays it until another is made it.',
  params: { id: addressId },
  body: input.addressInput,
  responses: { 200: address },
  example: { ...addressExample, isDefault: true },
});

export const removeAddress = defineOperation({
  ...own,
  id: 'removeAddress',
  method: 'DELETE',
  path: '/api/account/addresses/{id}',
  summary: 'Remove an address',
  description: 'If it was the default, the one that was saved last is it from now on.',
  params: { id: addressId },
  responses: { 204: none },
});

export const downloadOwnData = defineOperation({
  ...own,
  id: 'downloadOwnData',
  path: '/api/account/data',
  summary: 'Download all that the shop has of oneself',
  description:
    'One JSON document, streamed: profile, addresses, every order with the mails about it, and the other mails. Links in mails are kept without what they open. That it was asked for is in the shop’s audit log.',
  media: ['application/json'],
  responses: { 200: z.instanceof(ReadableStream) },
  problems: ['unauthenticated'],
  limit: 'account-data',
});

export const requestErasureLink = defineOperation({
  ...own,
  id: 'requestErasureLink',
  method: 'POST',
  path: '/api/account/erase-link',
  summary: 'Have a link sent that confirms an erasure',
  description: 'In place of the password. It is good for 30 minutes, once.',
  body: input.requestErasureInput,
  responses: { 202: none },
  problems: ['rate-limited'],
  limit: 'account-mail',
  example: {},
});

export const eraseAccount = defineOperation({
  ...confirmed,
  id: 'eraseAccount',
  path: '/api/account/erase',
  summary: 'Erase one’s account and all that is personal',
  description:
    'Confirmed by the password or by the link that was sent for it. Name, addresses, account and mails are gone for good; orders stay in the shop’s books without them. Not while an order is under way.',
  body: input.eraseAccountInput,
  responses: { 200: z.object({ orderCount: z.int().describe('How many orders stay without a name.') }) },
  problems: ['orders-open', 'link-invalid', 'unauthenticated', 'rate-limited'],
  example: { password },
});
