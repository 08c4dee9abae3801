import { query } from '@/db/client';
import { fromUuid, type StaffId, toUuid } from '@/lib/kernel/ids';
import type { Member } from '../model';
import type { Role } from '../permissions';

/** A member as the database has them now. The stamp changes with whatever a session rests on: password and role. */
export type MemberStanding = {
  readonly member: Member;
  readonly stamp: string;
  /** Whether a password alone does not sign them in. */
  readonly hasSecondFactor: boolean;
};

type Row = {
  id: string;
  name: string;
  email: string;
  role: Role;
  password_hash: string | null;
  stamp: string;
  has_second_factor: boolean;
};

const COLUMNS = `id::text, name, email, role::text, password_hash,
  left(encode(sha256(convert_to(role || ':' || coalesce(password_hash, ''), 'UTF8')), 'hex'), 32) as stamp,
  exists (select from staff_second_factors f where f.staff_id = staff.id and confirmed_at is not null) as has_second_factor`;

const toStanding = ({ id, name, email, role, stamp, has_second_factor }: Row): MemberStanding => ({
  member: { id: fromUuid('staff', id), name, email, role },
  stamp,
  hasSecondFactor: has_second_factor,
});

/** The member of this id, null if there is none or they were disabled. */
export async function findStanding(id: StaffId): Promise<MemberStanding | null> {
  const found = await findWithPassword(id);
  return found === null ? null : found.standing;
}

/** As {@link findStanding}, with the hash of the password. */
export async function findWithPassword(
  id: StaffId,
): Promise<{ standing: MemberStanding; passwordHash: string | null } | null> {
  const [row] = await query<Row>(
    'find_staff_standing',
    `select ${COLUMNS} from staff where id = $1::uuid and disabled_at is null`,
    [toUuid(id)],
  );
  return row === undefined ? null : { standing: toStanding(row), passwordHash: row.password_hash };
}

/** As {@link findWithPassword}, by the e-mail address in any case. */
export async function findByEmail(
  email: string,
): Promise<{ standing: MemberStanding; passwordHash: string | null } | null> {
  const [row] = await query<Row>(
    'find_staff_by_email',
    `select ${COLUMNS} from staff where lower(email) = lower($1) and disabled_at is null`,
    [email],
  );
  return row === undefined ? null : { standing: toStanding(row), passwordHash: row.password_hash };
}
