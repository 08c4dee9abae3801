import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import * as staff from '@/lib/staff/input';
import { ROLES } from '@/lib/staff/permissions';
import { staffSession } from './auth';
import { pathId } from './path-id';
import { instant } from './shapes';

/** What a member of staff sees and changes of their own account. Nothing but their session tells who they are. */

const base = { tag: 'Own account', actor: 'staff', idempotency: 'none' } as const;
const PATH = '/api/auth/staff';
const code = { code: '123456' };

export const finishStaffSignIn = defineOperation({
  id: 'finishStaffSignIn',
  method: 'POST',
  path: `${PATH}/sign-in/second-factor`,
  tag: 'Staff sign-in',
  summary: 'Finish signing in with a second factor',
  description:
    'Where signing in is refused with second-factor-required, its ticket and a code of the app, or a recovery code, finish it. A code is taken once.',
  actor: 'public',
  body: staff.finishSignInInput,
  responses: { 200: staffSession },
  problems: ['wrong-code', 'sign-in-expired', 'cross-origin', 'rate-limited'],
  limit: 'sign-in',
  isRead: true,
  idempotency: 'none',
  example: { ticket: 'staff_019a5c3be0007000800000000000000a.0f.1795345200000.x', ...code },
});

export const changeProfile = defineOperation({
  ...base,
  id: 'changeStaffProfile',
  method: 'PATCH',
  path: `${PATH}/profile`,
  summary: 'Change one’s own name',
  body: staff.changeProfileInput,
  responses: {
    200: z
      .object({ id: idSchema('staff'), name: z.string(), email: z.string(), role: z.enum(ROLES) })
      .meta({ id: 'StaffProfile' }),
  },
  problems: [],
  limit: 'account',
  example: { name: 'Ada Lovelace' },
});

export const listOwnSessions = defineOperation({
  ...base,
  id: 'listOwnSessions',
  method: 'GET',
  path: `${PATH}/sessions`,
  summary: 'See where one is signed in',
  responses: {
    200: z
      .object({
        items: z.array(
          z.object({
            id: idSchema('sess'),
            device: z.string().describe('Browser and system, as far as they tell.'),
            network: z.string().describe('Where it signed in from, coarsely: 203.0.113.x'),
            beganAt: instant,
            seenAt: instant.describe('To a minute.'),
            endsAt: instant,
            isCurrent: z.boolean(),
          }),
        ),
      })
      .meta({ id: 'OwnSessions' }),
  },
  problems: [],
  limit: 'account',
});

export const endOtherOwnSessions = defineOperation({
  ...base,
  id: 'endOtherOwnSessions',
  method: 'DELETE',
  path: `${PATH}/sessions`,
  summary: 'Sign out everywhere else',
  responses: { 200: z.object({ ended: z.int().min(0) }).meta({ id: 'EndedSessions' }) },
  problems: [],
  limit: 'account',
});

export const endOwnSession = defineOperation({
  ...base,
  id: 'endOwnSession',
  method: 'DELETE',
  path: `${PATH}/sessions/{id}`,
  summary: 'Sign out in one browser',
  params: { id: pathId('sess', 'session-not-found', 'The session.') },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'account',
});

const recoveryCodes = z
  .object({
    recoveryCodes: z.array(z.string()).describe('Each signs in once, in place of the app. Shown this once.'),
  })
  .meta({ id: 'RecoveryCodes' });

export const getSecondFactor = defineOperation({
  ...base,
  id: 'getSecondFactor',
  method: 'GET',
  path: `${PATH}/second-factor`,
  summary: 'See how it stands with one’s second factor',
  responses: {
    200: z
      .object({
        setAt: instant.nullable().describe('Since when it is asked for; null: there is none.'),
        recoveryCodesLeft: z.int().min(0),
      })
      .meta({ id: 'SecondFactor' }),
  },
  problems: [],
  limit: 'account',
});

export const beginSecondFactor = defineOperation({
  ...base,
  id: 'beginSecondFactor',
  method: 'POST',
  path: `${PATH}/second-factor`,
  summary: 'Begin to set up a second factor',
  description: 'Gives what an app counts its codes from. Nothing asks for codes before one was confirmed.',
  body: staff.beginSecondFactorInput,
  responses: {
    200: z
      .object({
        secret: z.string().describe('Base32, to be typed.'),
        uri: z.string().describe('As a QR code.'),
      })
      .meta({ id: 'SecondFactorOffer' }),
  },
  problems: ['second-factor-set', 'rate-limited'],
  limit: 'sign-in',
  example: { password: 'correct horse battery staple' },
});

const withCode = {
  ...base,
  method: 'POST',
  body: staff.secondFactorCodeInput,
  limit: 'sign-in',
  example: code,
} as const;

export const confirmSecondFactor = defineOperation({
  ...withCode,
  id: 'confirmSecondFactor',
  path: `${PATH}/second-factor/confirm`,
  summary: 'Set the second factor by a code of it',
  description: 'From now on signing in takes a code as well. Whoever is signed in elsewhere is signed out.',
  responses: { 200: recoveryCodes },
  problems: ['second-factor-not-begun', 'rate-limited'],
});

export const removeSecondFactor = defineOperation({
  ...withCode,
  id: 'removeSecondFactor',
  path: `${PATH}/second-factor/remove`,
  summary: 'Take one’s second factor away',
  responses: { 204: z.undefined() },
  problems: ['rate-limited'],
});

export const renewRecoveryCodes = defineOperation({
  ...withCode,
  id: 'renewRecoveryCodes',
  path: `${PATH}/second-factor/recovery-codes`,
  summary: 'Get new recovery codes',
  description: 'Those before are none any more.',
  responses: { 200: recoveryCodes },
  problems: ['rate-limited'],
});
