import { z } from 'zod';
import { line, pageQuery } from '@/lib/kernel/schemas';
import { chosenPassword, typedEmail, typedPassword } from '@/lib/kernel/sign-in-schemas';
import { ROLES } from './permissions';

/** What `POST /api/admin/api-keys` takes. */
export const createApiKeyInput = z.object({ name: line(100), role: z.enum(ROLES) });

export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;

export const listApiKeysInput = z.object(pageQuery);

export type ListApiKeysInput = z.output<typeof listApiKeysInput>;

/** What `POST /api/auth/staff/sign-in` takes. */
export const signInInput = z.object({ email: typedEmail, password: typedPassword });

/** What `POST /api/auth/staff/password` takes. */
export const changePasswordInput = z.object({
  currentPassword: typedPassword,
  newPassword: chosenPassword,
});

/** What `POST /api/auth/staff/password-reset` takes. */
export const requestPasswordInput = z.object({ email: typedEmail });

/** What `POST /api/auth/staff/password-reset/confirm` takes. */
export const choosePasswordInput = z.object({
  token: z.string().min(1).max(200).describe('From the link in the mail.'),
  newPassword: chosenPassword,
});
