import { query } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { stepOf } from './internal/one-time-password';
import { hashRecoveryCode, newRecoveryCodes } from './internal/recovery-codes';
import { openSecret } from './internal/sealed-secret';

export type RecoveryCodes = { readonly recoveryCodes: readonly string[] };

/** Sets a second factor that was begun, by a code of it. Gives the codes that stand in for a lost app: shown this once. */
export async function confirmSecondFactor(
  id: StaffId,
  code: string,
  {
    requestId,
    nowMs = Date.now(),
  }: { readonly requestId?: string | undefined; readonly nowMs?: number } = {},
): Promise<Outcome<RecoveryCodes, 'wrong-code' | 'second-factor-not-begun'>> {
  const [begun] = await query<{ secret: string }>(
    'find_begun_second_factor',
    'select secret from staff_second_factors where staff_id = $1::uuid and confirmed_at is null',
    [toUuid(id)],
  );
  const secret = begun === undefined ? null : await openSecret(id, begun.secret);
  if (begun === undefined || secret === null) return no('second-factor-not-begun');
  const step = stepOf(secret, code.replaceAll(/\s/g, ''), nowMs);
  if (step === null) return no('wrong-code');
  const recoveryCodes = newRecoveryCodes();
  const hashes = await Promise.all(recoveryCodes.map((one) => hashRecoveryCode(id, one)));
  const confirmed = await query(
    'confirm_second_factor',
    // The secret that was compared, once more: of two windows that set one up, the last one's counts.
    `with confirmed as (
       update staff_second_factors set confirmed_at = now(), last_step = $2::bigint
       where staff_id = $1::uuid and confirmed_at is null and secret = $3 returning staff_id
     ), forgotten as (
       delete from staff_recovery_codes where staff_id in (select staff_id from confirmed)
     ), given as (
       insert into staff_recovery_codes (staff_id, code_hash)
       select staff_id, hash from confirmed, jsonb_array_elements_text($4::jsonb) as hash
     ), audited as (
       insert into audit_log (id, actor, action, subject, request_id)
       select $5::uuid, $6, 'staff.second-factor-set', $6, $7 from confirmed
     )
     select 1 as one from confirmed`,
    [toUuid(id), step, begun.secret, JSON.stringify(hashes), toUuid(newId('aud')), id, requestId ?? null],
  );
  return confirmed.length === 0 ? no('second-factor-not-begun') : ok({ recoveryCodes });
}
