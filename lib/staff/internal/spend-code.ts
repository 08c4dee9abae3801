import { query } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import { stepOf } from './one-time-password';
import { hashRecoveryCode, looksLikeRecoveryCode } from './recovery-codes';
import { openSecret } from './sealed-secret';

type Context = { readonly requestId?: string | undefined; readonly nowMs?: number };

/**
 * Whether a code is one of the member's second factor, which it then is no more: a time step is taken once, also by two who
 * type it at the same moment, and so is a recovery code.
 */
export async function spendCode(
  id: StaffId,
  typed: string,
  { requestId, nowMs = Date.now() }: Context,
): Promise<boolean> {
  return looksLikeRecoveryCode(typed)
    ? spendRecoveryCode(id, typed, requestId)
    : spendOneTimePassword(id, typed, nowMs);
}

async function spendOneTimePassword(id: StaffId, typed: string, nowMs: number): Promise<boolean> {
  const [factor] = await query<{ secret: string }>(
    'find_second_factor_secret',
    'select secret from staff_second_factors where staff_id = $1::uuid and confirmed_at is not null',
    [toUuid(id)],
  );
  const secret = factor === undefined ? null : await openSecret(id, factor.secret);
  const step = secret === null ? null : stepOf(secret, typed.replaceAll(/\s/g, ''), nowMs);
  if (step === null) return false;
  const taken = await query(
    'take_totp_step',
    `update staff_second_factors set last_step = $2::bigint
     where staff_id = $1::uuid and confirmed_at is not null and last_step < $2::bigint returning 1 as one`,
    [toUuid(id), step],
  );
  return taken.length > 0;
}

async function spendRecoveryCode(id: StaffId, typed: string, requestId?: string): Promise<boolean> {
  const spent = await query(
    'spend_recovery_code',
    `with spent as (
       update staff_recovery_codes c set used_at = now()
       from staff_second_factors f
       where c.staff_id = $1::uuid and c.code_hash = $2 and c.used_at is null
         and f.staff_id = c.staff_id and f.confirmed_at is not null
       returning c.staff_id
     ), audited as (
       insert into audit_log (id, actor, action, subject, request_id)
       select $3::uuid, $4, 'staff.recovery-code-used', $4, $5 from spent
     )
     select 1 as one from spent`,
    [toUuid(id), await hashRecoveryCode(id, typed), toUuid(newId('aud')), id, requestId ?? null],
  );
  return spent.length > 0;
}
