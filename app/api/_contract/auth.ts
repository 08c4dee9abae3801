import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import * as customers from '@/lib/customers/input';
import { idSchema } from '@/lib/kernel/schemas';
import * as staff from '@/lib/staff/input';
import { ROLES } from '@/lib/staff/permissions';

const instant = z.string().meta({ format: 'date-time', examples: ['2026-11-27T09:00:00.000Z'] });
const endsAt = instant.describe(
  'When the session is over at the latest; one that is not used is over sooner.',
);

export const staffSession = z
  .object({
    member: z.object({
      id: idSchema('staff'),
      name: z.string(),
      email: z.string(),
      role: z.enum(ROLES),
    }),
    endsAt,
  })
  .meta({ id: 'StaffSession' });

export const customerSession = z
  .object({
    customer: z.object({ id: idSchema('cust'), email: z.string(), name: z.string().nullable() }),
    endsAt,
  })
  .meta({ id: 'CustomerSession' });

const none = z.undefined();
const credentials = { email: 'ada@example.com', password: 'correct horse battery staple' };
const newPassword = 'another horse, another battery';
const token = `link_019a5c3be0007000800000000000000a.${'A'.repeat(43)}`;
const COOKIE = 'The session comes as a cookie that no script can read; a new one each time.';
const NOBODY_KNOWS = 'The answer is the same whether there is such an account or not.';

const base = { method: 'POST', actor: 'public', idempotency: 'none' } as const;
const forStaff = { ...base, tag: 'Staff sign-in' } as const;
const forCustomers = { ...base, tag: 'Customer sign-in' } as const;
/** A session that was lost on the way is one that nobody has: failing leaves nothing unknown. */
const signIn = {
  description: `${COOKIE} ${NOBODY_KNOWS}`,
  problems: ['wrong-credentials', 'cross-origin', 'rate-limited'],
  limit: 'sign-in',
  isRead: true,
  example: credentials,
} as const;
const byMail = { problems: ['cross-origin', 'rate-limited'], limit: 'account-mail' } as const;
const change = {
  description: 'Ends every session of the account, and begins a new one here.',
  problems: ['unauthenticated', 'cross-origin', 'rate-limited'],
  limit: 'sign-in',
  example: { currentPassword: credentials.password, newPassword },
} as const;
const choose = {
  problems: ['password-link-invalid', 'cross-origin'],
  limit: 'sign-in',
  example: { token, newPassword },
} as const;
const leave = { responses: { 204: none }, problems: ['cross-origin'], limit: null } as const;

export const signInStaff = defineOperation({
  ...forStaff,
  ...signIn,
  description: `${COOKIE} ${NOBODY_KNOWS} Whoever has a second factor is refused with second-factor-required and a ticket for its step.`,
  problems: [...signIn.problems, 'second-factor-required'],
  id: 'signInStaff',
  path: '/api/auth/staff/sign-in',
  summary: 'Sign in as a member of staff',
  body: staff.signInInput,
  responses: { 200: staffSession },
});

export const getStaffSession = defineOperation({
  ...forStaff,
  id: 'getStaffSession',
  method: 'GET',
  actor: 'staff',
  path: '/api/auth/staff/session',
  summary: 'See who is signed in',
  responses: { 200: staffSession },
  problems: [],
  limit: 'account',
});

export const signOutStaff = defineOperation({
  ...forStaff,
  ...leave,
  id: 'signOutStaff',
  path: '/api/auth/staff/sign-out',
  summary: 'Sign out',
});

export const changeStaffPassword = defineOperation({
  ...forStaff,
  ...change,
  id: 'changeStaffPassword',
  actor: 'staff',
  path: '/api/auth/staff/password',
  summary: 'Change the password',
  body: staff.changePasswordInput,
  responses: { 200: staffSession },
});

export const requestStaffPassword = defineOperation({
  ...forStaff,
  ...byMail,
  id: 'requestStaffPassword',
  path: '/api/auth/staff/password-reset',
  summary: 'Have a link for a new password sent',
  description: `It is good for 30 minutes, once. ${NOBODY_KNOWS}`,
  body: staff.requestPasswordInput,
  responses: { 202: none },
  example: { email: credentials.email },
});

export const chooseStaffPassword = defineOperation({
  ...forStaff,
  ...choose,
  id: 'chooseStaffPassword',
  path: '/api/auth/staff/password-reset/confirm',
  summary: 'Choose a password with a link',
  description: 'Ends every session of the account. Then sign in.',
  body: staff.choosePasswordInput,
  responses: { 204: none },
});

export const signUpCustomer = defineOperation({
  ...forCustomers,
  ...byMail,
  id: 'signUpCustomer',
  path: '/api/auth/customer/sign-up',
  summary: 'Ask for an account',
  description: `A link is sent to the address; choosing a password with it makes the account. ${NOBODY_KNOWS}`,
  body: customers.signUpInput,
  responses: { 202: none },
  example: { email: credentials.email, name: 'Ada Buyer' },
});

export const signInCustomer = defineOperation({
  ...forCustomers,
  ...signIn,
  id: 'signInCustomer',
  path: '/api/auth/customer/sign-in',
  summary: 'Sign in as a customer',
  body: customers.signInInput,
  responses: { 200: customerSession },
});

export const signOutCustomer = defineOperation({
  ...forCustomers,
  ...leave,
  id: 'signOutCustomer',
  path: '/api/auth/customer/sign-out',
  summary: 'Sign out',
});

export const changeCustomerPassword = defineOperation({
  ...forCustomers,
  ...change,
  id: 'changeCustomerPassword',
  actor: 'customer',
  path: '/api/auth/customer/password',
  summary: 'Change the password',
  body: customers.changePasswordInput,
  responses: { 200: customerSession },
});

export const requestCustomerPassword = defineOperation({
  ...forCustomers,
  ...byMail,
  id: 'requestCustomerPassword',
  path: '/api/auth/customer/password-reset',
  summary: 'Have a link for a new password sent',
  description: `It is good for 30 minutes, once. ${NOBODY_KNOWS}`,
  body: customers.requestPasswordInput,
  responses: { 202: none },
  example: { email: credentials.email },
});

export const requestSignInLink = defineOperation({
  ...forCustomers,
  ...byMail,
  id: 'requestSignInLink',
  path: '/api/auth/customer/sign-in-link',
  summary: 'Have a link sent that signs in',
  description: `It is good for 15 minutes, once. ${NOBODY_KNOWS}`,
  body: customers.requestPasswordInput,
  responses: { 202: none },
  example: { email: credentials.email },
});

export const signInByLink = defineOperation({
  ...forCustomers,
  id: 'signInByLink',
  path: '/api/auth/customer/sign-in-link/confirm',
  summary: 'Sign in with a link',
  description: `${COOKIE} The link proves the address, and the first one that is used closes the others.`,
  body: customers.useLinkInput,
  responses: { 200: customerSession },
  problems: ['link-invalid', 'cross-origin'],
  limit: 'sign-in',
  example: { token },
});

export const chooseCustomerPassword = defineOperation({
  ...forCustomers,
  ...choose,
  id: 'chooseCustomerPassword',
  path: '/api/auth/customer/password-reset/confirm',
  summary: 'Choose a password with a link, and be signed in',
  description: 'The link of a sign-up makes the account: that its reader holds it proves the address.',
  body: customers.choosePasswordInput,
  responses: { 200: customerSession },
});
