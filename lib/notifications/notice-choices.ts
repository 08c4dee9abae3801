import { query } from '@/db/client';
import { fromUuid, type StaffId, toUuid } from '@/lib/kernel/ids';
import { isAllowed, PERMISSIONS, type Role } from '@/lib/staff/permissions';
import { NOTICE_KINDS, NOTICES, type NoticeKind } from './model';

/** Who has chosen nothing hears by role: owners of everything, others of nothing. */
const isToldByDefault = (role: Role) => role === 'owner';

export type NoticeChoice = { readonly kind: NoticeKind; readonly wanted: boolean };

/** Which notices a member of staff gets by mail, of those about what their role may see. */
export async function listNoticeChoices(id: StaffId, role: Role): Promise<NoticeChoice[]> {
  const rows = await query<NoticeChoice>(
    'list_notice_choices',
    'select kind, wanted from notice_choices where staff_id = $1::uuid',
    [toUuid(id)],
  );
  const chosen = new Map(rows.map(({ kind, wanted }) => [kind, wanted]));
  return NOTICE_KINDS.filter((kind) => isAllowed(role, NOTICES[kind])).map((kind) => ({
    kind,
    wanted: chosen.get(kind) ?? isToldByDefault(role),
  }));
}

/** Keeps what a member of staff wants. It is their own affair, so no audit row tells of it. */
export async function chooseNotice(id: StaffId, { kind, wanted }: NoticeChoice): Promise<void> {
  await query(
    'choose_notice',
    `insert into notice_choices (staff_id, kind, wanted) values ($1::uuid, $2, $3::boolean)
     on conflict (staff_id, kind) do update set wanted = excluded.wanted`,
    [toUuid(id), kind, wanted],
  );
}

export type Reader = { readonly id: StaffId; readonly email: string };

/** Who is told: members who may sign in, may see what it is about, and want it. */
export async function listReaders(kind: NoticeKind): Promise<Reader[]> {
  const roles: readonly Role[] = PERMISSIONS[NOTICES[kind]];
  const rows = await query<{ id: string; email: string }>(
    'list_notice_readers',
    `select s.id::text, s.email from staff s
     left join notice_choices c on c.staff_id = s.id and c.kind = $1
     where s.disabled_at is null and s.role = any ($2::text[]) and coalesce(c.wanted, s.role = 'owner')
     order by s.id`,
    [kind, roles],
  );
  return rows.map(({ id, email }) => ({ id: fromUuid('staff', id), email }));
}
