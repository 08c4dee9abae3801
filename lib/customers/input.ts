import { z } from 'zod';
import { emailSchema, optionalLine, pageQuery, queryText } from '@/lib/kernel/schemas';
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

/** What `POST /api/auth/customer/password-reset/confirm` takes. */
export const choosePasswordInput = z.object({
  token: z.string().min(1).max(200).describe('From the link in the mail.'),
  newPassword: chosenPassword,
});

/** What `GET /api/account/orders` takes. */
export const listOwnOrdersInput = z.object(pageQuery);

/** How merchants list customers. */
export const listCustomersInput = z.object({
  query: queryText(254).describe('The beginning of an e-mail address.'),
  ...pageQuery,
});
