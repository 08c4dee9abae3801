import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import { changeMemberInput, createMemberInput, listAuditInput, listMembersInput } from '@/lib/staff/input';
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
  responses: {
    201: member
      .extend({
        invitationUrl: z.string().optional().describe('Where they choose their password. Shown this once.'),
      })
      .meta({ id: 'NewStaffMember' }),
  },
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

const auditEntry = z
  .object({
    id: idSchema('aud'),
    at: instant,
    actor: z.string().describe('The id of an API key or a member of staff, or a part of the shop itself.'),
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
