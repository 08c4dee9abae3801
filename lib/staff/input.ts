import { z } from 'zod';
import { emailSchema, line, momentSchema, pageQuery, queryText } from '@/lib/kernel/schemas';
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

/** A code of an app, or one that stands in for it: spaces, dashes and case are nobody's business. */
const typedCode = z
  .string()
  .trim()
  .min(6)
  .max(40)
  .describe('Six digits from the app, or a recovery code.')
  .meta({ examples: ['123456'] });

/** What `POST /api/auth/staff/sign-in/second-factor` takes. */
export const finishSignInInput = z.object({
  ticket: z.string().min(1).max(300).describe('From the refusal of the first step. Good for five minutes.'),
  code: typedCode,
});

/** What shows that whoever asks has the second factor. */
export const secondFactorCodeInput = z.object({ code: typedCode });

/** What `POST /api/auth/staff/second-factor` takes. */
export const beginSecondFactorInput = z.object({ password: typedPassword });

/** What `PATCH /api/auth/staff/profile` takes. */
export const changeProfileInput = z.object({ name: line(100) });

/** What `POST /api/admin/staff` takes. */
export const createMemberInput = z.object({
  email: emailSchema,
  name: line(100),
  role: z.enum(ROLES),
  password: chosenPassword
    .optional()
    .describe('Without one they are invited by mail to choose their own, which is better.'),
});

export type CreateMemberInput = z.output<typeof createMemberInput>;

/** What `PATCH /api/admin/staff/{id}` takes: what it names changes, nothing else. */
export const changeMemberInput = z
  .object({
    name: line(100),
    role: z.enum(ROLES),
    disabled: z.boolean().describe('Whether they may not sign in any more.'),
  })
  .partial();

export type ChangeMemberInput = z.output<typeof changeMemberInput>;

export const listMembersInput = z.object(pageQuery);

const auditFilter = {
  actor: queryText(100).describe('The id of an API key or a member of staff.'),
  action: queryText(100).describe('What was done, as product.updated.'),
  subject: queryText(100).describe('The id of what was changed.'),
  from: momentSchema.optional().describe('From this moment on.'),
  to: momentSchema.optional().describe('Before this moment.'),
};

/** How the audit log is narrowed. */
export const listAuditInput = z.object({ ...auditFilter, ...pageQuery });

export const exportAuditInput = z.object(auditFilter);

export type ListAuditInput = z.output<typeof listAuditInput>;
