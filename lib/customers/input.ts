import { z } from 'zod';
import { postalAddress } from '@/lib/kernel/address-schema';
import { emailSchema, line, optionalLine, pageQuery, queryText } from '@/lib/kernel/schemas';
import { chosenPassword, typedEmail, typedPassword } from '@/lib/kernel/sign-in-schemas';

const market = z
  .string()
  .regex(/^[a-z]{2}-[a-z]{2}$/)
  .optional()
  .describe('Where the mail’s reader is, so that it speaks their language.')
  .meta({ examples: ['en-us'] });

/** What `POST /api/auth/customer/sign-up` takes. */
export const signUpInput = z.object({ email: emailSchema, name: optionalLine(100), market });

/** What `POST /api/auth/customer/sign-in` takes. */
export const signInInput = z.object({ email: typedEmail, password: typedPassword });

/** What `POST /api/auth/customer/password` takes. */
export const changePasswordInput = z.object({
  currentPassword: typedPassword,
  newPassword: chosenPassword,
});

/** What `POST /api/auth/customer/password-reset` takes. */
export const requestPasswordInput = z.object({ email: typedEmail, market });

const token = z.string().min(1).max(200).describe('From the link in the mail, behind the #.');

/** What `POST /api/auth/customer/password-reset/confirm` takes. */
export const choosePasswordInput = z.object({
  token,
  newPassword: chosenPassword,
});

/** What `POST /api/auth/customer/sign-in-link/confirm` and `POST /api/account/email/confirm` take. */
export const useLinkInput = z.object({ token });

/** What `PATCH /api/account/profile` takes. */
export const changeProfileInput = z.object({
  name: z
    .string()
    .trim()
    .max(100)
    .nullable()
    .optional()
    .transform((text) => (text === undefined ? undefined : text || null)),
});

/** What `POST /api/account/email` takes. */
export const changeEmailInput = z.object({ email: emailSchema, password: typedPassword, market });

/** What `POST /api/account/addresses` and `PUT /api/account/addresses/{id}` take. */
export const addressInput = postalAddress.extend({
  isDefault: z.boolean().optional().describe('true: checkout offers it first. The first address is, anyway.'),
});

/** What `POST /api/account/erase-link` takes. */
export const requestErasureInput = z.object({ market }).prefault({});

/** What `POST /api/account/erase` takes: the password, or the token of the link that was sent for this. */
export const eraseAccountInput = z.union([z.object({ password: typedPassword }), z.object({ token })], {
  error: 'Give the password, or the token of the link.',
});

/** What `GET /api/account/orders` takes. */
export const listOwnOrdersInput = z.object(pageQuery);

/** How merchants list customers. */
export const listCustomersInput = z.object({
  query: queryText(254).describe('The beginning of an e-mail address or of a word of a name.'),
  tag: queryText(40).describe('Only who has this tag, the latest to get it first.'),
  ...pageQuery,
});

/** What `PUT /api/admin/customers/{id}/tags` takes. */
export const changeCustomerTagsInput = z.object({
  tags: z.array(line(40)).max(20).describe('All of them: those that are not named are taken away.'),
});

/** What `POST /api/admin/customers/{id}/notes` takes. */
export const addCustomerNoteInput = z.object({ text: z.string().trim().min(1).max(2_000) });
