import { query } from '@/db/client';
import { type StaffId, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import { type MemberRow, toMember } from './internal/member-row';
import type { MerchantMember } from './model';

/** A page of those who work here, newest first, also those who may not sign in any more. One statement. */
export async function listMembers(filter: {
  readonly limit: number;
  readonly after?: StaffId | undefined;
}): Promise<Page<MerchantMember, StaffId>> {
  const rows = await query<{ member: string }>(
    'list_members',
    `select staff_document(s)::text as member from staff s
     where $2::uuid is null or id < $2::uuid order by id desc limit $1::int`,
    [filter.limit + 1, filter.after === undefined ? null : toUuid(filter.after)],
  );
  return toPage(
    rows.map(({ member }) => toMember(JSON.parse(member) as MemberRow)),
    filter.limit,
    ({ id }) => id,
  );
}

export async function findMember(id: StaffId): Promise<MerchantMember | null> {
  const [row] = await query<{ member: string }>(
    'find_member',
    `select staff_document(s)::text as member from staff s where id = $1::uuid`,
    [toUuid(id)],
  );
  return row === undefined ? null : toMember(JSON.parse(row.member) as MemberRow);
}
