import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import {
  changeMemberInput,
  createMemberInput,
  exportAuditInput,
  listAuditInput,
  listMembersInput,
} from '@/lib/staff/input';
import { ROLES } from '@/lib/staff/permissions';
import { pathId } from './path-id';
import { instant, pageOf } from './shapes';

const tag = 'Staff';
const staffId = pathId('staff', 'staff-not-found', 'The member of staff.');
const actor = { permission: 'staff:manage' } as const;

const member = z
  .object({
    id: idSchema('staff'),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    disabled: z.boolean(),
    secondFactor: z.boolean().describe('Whether a password alone does not sign them in.'),
    invitation: z
      .object({ expiresAt: instant.nullable().describe('null: their link is good no more.') })
      .nullable()
      .describe('Of somebody who has chosen no password yet.'),
    createdAt: instant,
  })
  .meta({ id: 'StaffMember' });

export const listMembers = defineOperation({
  id: 'listStaff',
  method: 'GET',
  path: '/api/admin/staff',
  tag,
  summary: 'List who works here',
  actor,
  query: listMembersInput,
  responses: { 200: pageOf(member) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

const invitedMember = member
  .extend({
    invitationUrl: z.string().optional().describe('Where they choose their password. Shown this once.'),
  })
  .meta({ id: 'NewStaffMember' });

export const createMember = defineOperation({
  id: 'createStaff',
  method: 'POST',
  path: '/api/admin/staff',
  tag,
  summary: 'Take somebody on',
  description:
    'Without a password they are invited by mail to choose one; invitationUrl is the same link, shown this once.',
  actor,
  body: createMemberInput,
  responses: { 201: invitedMember },
  problems: ['email-taken'],
  limit: 'admin',
  idempotency: 'secret',
  example: { email: 'ada@example.com', name: 'Ada', role: 'support' },
});

export const getMember = defineOperation({
  id: 'getStaff',
  method: 'GET',
  path: '/api/admin/staff/{id}',
  tag,
  summary: 'See a member of staff',
  actor,
  params: { id: staffId },
  responses: { 200: member },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeMember = defineOperation({
  id: 'changeStaff',
  method: 'PATCH',
  path: '/api/admin/staff/{id}',
  tag,
  summary: 'Change what somebody may do',
  description:
    'Whose role changes, or who is disabled, is signed out everywhere. One owner who can sign in always stays.',
  actor,
  params: { id: staffId },
  body: changeMemberInput,
  responses: { 200: member },
  problems: ['last-owner'],
  limit: 'admin',
  idempotency: 'none',
  example: { role: 'manager' },
});

export const removeMember = defineOperation({
  id: 'removeStaff',
  method: 'DELETE',
  path: '/api/admin/staff/{id}',
  tag,
  summary: 'Let somebody go',
  description: 'One owner who can sign in always stays.',
  actor,
  params: { id: staffId },
  responses: { 204: z.undefined() },
  problems: ['last-owner'],
  limit: 'admin',
  idempotency: 'none',
});

export const inviteAgain = defineOperation({
  id: 'inviteStaffAgain',
  method: 'POST',
  path: '/api/admin/staff/{id}/invitation',
  tag,
  summary: 'Invite somebody once more',
  description:
    'Who has chosen no password yet gets another link, good for a week; those before open nothing any more. To withdraw an invitation, remove its member.',
  actor,
  params: { id: staffId },
  responses: { 200: invitedMember },
  problems: ['invitation-accepted', 'staff-disabled'],
  limit: 'admin',
  idempotency: 'none',
});

export const resetSecondFactor = defineOperation({
  id: 'resetStaffSecondFactor',
  method: 'DELETE',
  path: '/api/admin/staff/{id}/second-factor',
  tag,
  summary: 'Take away the second factor of somebody who lost it',
  description:
    'They are signed out everywhere, and sign in with their password alone until they set another.',
  actor,
  params: { id: staffId },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

const auditEntry = z
  .object({
    id: idSchema('aud'),
    at: instant,
    actor: z.string().describe('The id of an API key or a member of staff, or a part of the shop itself.'),
    actorName: z
      .string()
      .nullable()
      .describe('What the member or the key is called now, where there is such a one.'),
    action: z.string(),
    subject: z.string().describe('The id of what was changed.'),
    before: z.unknown().describe('As it was: of a change what differs, null when it is new.'),
    after: z.unknown().describe('As it is: of a change what differs, null when it is gone.'),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

export const listAudit = defineOperation({
  id: 'listAudit',
  method: 'GET',
  path: '/api/admin/audit',
  tag: 'Audit log',
  summary: 'See who changed what, newest first',
  actor: { permission: 'audit:read' },
  query: listAuditInput,
  responses: { 200: pageOf(auditEntry) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

const mayReadAudit = { permission: 'audit:read' } as const;

export const getAuditFacets = defineOperation({
  id: 'getAuditFacets',
  method: 'GET',
  path: '/api/admin/audit/facets',
  tag: 'Audit log',
  summary: 'See by what the audit log can be narrowed',
  actor: mayReadAudit,
  responses: {
    200: z
      .object({
        actions: z.array(z.string()).describe('Everything that was ever done.'),
        people: z.array(z.object({ id: z.string(), name: z.string() })).describe('Staff and API keys.'),
      })
      .meta({ id: 'AuditFacets' }),
  },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const exportAudit = defineOperation({
  id: 'exportAudit',
  method: 'GET',
  path: '/api/admin/audit/export',
  tag: 'Audit log',
  summary: 'Get the audit log as CSV, newest first',
  description:
    'Narrowed as the list is, and streamed, however long it is. That it was taken is in the log as well.',
  actor: mayReadAudit,
  query: exportAuditInput,
  media: ['text/csv'],
  responses: { 200: z.instanceof(ReadableStream) },
  problems: [],
  limit: 'account-data',
  idempotency: 'none',
});
