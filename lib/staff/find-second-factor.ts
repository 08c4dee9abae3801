import { query } from '@/db/client';
import { type StaffId, toUuid } from '@/lib/kernel/ids';

export type SecondFactor = {
  /** Since when it is asked for; null: there is none. */
  readonly setAt: string | null;
  readonly recoveryCodesLeft: number;
};

/** How it stands with a member's second factor. */
export async function findSecondFactor(id: StaffId): Promise<SecondFactor> {
  const [row] = await query<{ set_ms: string; left: string }>(
    'find_second_factor',
    `select (extract(epoch from confirmed_at) * 1000)::float8::text as set_ms,
       (select count(*) from staff_recovery_codes c where c.staff_id = f.staff_id and used_at is null)::text as left
     from staff_second_factors f where staff_id = $1::uuid and confirmed_at is not null`,
    [toUuid(id)],
  );
  if (row === undefined) return { setAt: null, recoveryCodesLeft: 0 };
  return { setAt: new Date(Number(row.set_ms)).toISOString(), recoveryCodesLeft: Number(row.left) };
}
