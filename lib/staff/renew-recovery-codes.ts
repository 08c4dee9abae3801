import { query } from '@/db/client';
import { newId, type StaffId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { RecoveryCodes } from './confirm-second-factor';
import { hashRecoveryCode, newRecoveryCodes } from './internal/recovery-codes';
import { spendCode } from './internal/spend-code';

/** Gives new recovery codes in place of all before, to whoever shows a code of the second factor. Shown this once. */
export async function renewRecoveryCodes(
  id: StaffId,
  code: string,
  context: { readonly requestId?: string | undefined; readonly nowMs?: number } = {},
): Promise<Outcome<RecoveryCodes, 'wrong-code'>> {
  if (!(await spendCode(id, code, context))) return no('wrong-code');
  const recoveryCodes = newRecoveryCodes();
  const hashes = await Promise.all(recoveryCodes.map((one) => hashRecoveryCode(id, one)));
  const renewed = await query(
    'renew_recovery_codes',
    `with factor as (
       select staff_id from staff_second_factors where staff_id = $1::uuid and confirmed_at is not null for update
     ), forgotten as (
       delete from staff_recovery_codes where staff_id in (select staff_id from factor)
     ), given as (
       insert into staff_recovery_codes (staff_id, code_hash)
       select staff_id, hash from factor, jsonb_array_elements_text($2::jsonb) as hash
     ), audited as (
       insert into audit_log (id, actor, action, subject, request_id)
       select $3::uuid, $4, 'staff.recovery-codes-renewed', $4, $5 from factor
     )
     select 1 as one from factor`,
    [toUuid(id), JSON.stringify(hashes), toUuid(newId('aud')), id, context.requestId ?? null],
  );
  return renewed.length === 0 ? no('wrong-code') : ok({ recoveryCodes });
}
