import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { newId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { env } from '@/lib/platform/env';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { hashPassword } from '@/lib/platform/password';
import { passwordLinkToken } from '@/lib/platform/password-link';
import type { CreateMemberInput } from './input';
import type { MerchantMember } from './model';

const INVITED_MS = 7 * 24 * 3_600_000;

export type NewMember = MerchantMember & {
  /** Where they choose a password, for who was given none. It opens their account, and is shown this once. */
  readonly invitationUrl?: string;
};

/**
 * Takes somebody on. Without a password they are invited by mail to choose one: the event `staff/member.invited`
 * { linkId, staffId } leaves with the row. Node only: it hashes the password.
 */
export async function createMember(
  { email, name, role, password }: CreateMemberInput,
  { actor, requestId, idempotency }: WriteContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<NewMember, 'email-taken'>> {
  const id = newId('staff');
  const linkId = newId('link');
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const invite = [
    sql`insert into staff_password_links (id, staff_id, purpose, expires_at)
      values (${toUuid(linkId)}::uuid, ${toUuid(id)}::uuid, 'invitation', now() + interval '7 days')`,
    sql`insert into outbox (id, name, data)
      values (${toUuid(newId('evt'))}::uuid, 'staff/member.invited', ${JSON.stringify({ linkId, staffId: id })}::jsonb)`,
  ];
  try {
    const [created] = await atomically([
      sql`insert into staff (id, email, name, role, password_hash)
        values (${toUuid(id)}::uuid, ${email}, ${name}, ${role}, ${passwordHash})
        returning (extract(epoch from created_at) * 1000)::float8::text as created_ms`,
      ...(idempotency ? [rememberAnswer(idempotency, 201, JSON.stringify({ id }))] : []),
      sql`insert into audit_log (id, actor, action, subject, after, request_id)
        values (${toUuid(newId('aud'))}::uuid, ${actor}, 'staff.created', ${id},
                ${JSON.stringify({ name, role })}::jsonb, ${requestId ?? null})`,
      ...(passwordHash === null ? invite : []),
    ]);
    const createdAt = new Date(Number(created?.[0]?.created_ms)).toISOString();
    const member = {
      id,
      email,
      name,
      role,
      disabled: false,
      secondFactor: false,
      invitation: null,
      createdAt,
    };
    if (passwordHash !== null) return ok(member);
    const invitedUntil = Number(created?.[0]?.created_ms) + INVITED_MS;
    const invitation = { expiresAt: new Date(invitedUntil).toISOString() };
    const token = await passwordLinkToken('staff', linkId);
    return ok({
      ...member,
      invitation,
      invitationUrl: `${env().PUBLIC_URL}/dashboard/choose-password#${token}`,
    });
  } catch (error) {
    if (violates(error, 'staff_email_key')) return no('email-taken');
    throw error;
  }
}
