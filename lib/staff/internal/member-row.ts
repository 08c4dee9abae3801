import { fromUuid } from '@/lib/kernel/ids';
import type { MerchantMember } from '../model';
import type { Role } from '../permissions';

/** What staff_document() answers: a row of staff without its password, with what stands beside it. */
export type MemberRow = {
  id: string;
  email: string;
  name: string;
  role: Role;
  created_at: string;
  disabled_at: string | null;
  second_factor: boolean;
  /** Of somebody who has chosen no password yet: the newest link that lets them. */
  invited: { expiresAt: string | null } | null;
};

export function toMember(row: MemberRow): MerchantMember {
  const expiresAt = row.invited?.expiresAt ?? null;
  return {
    id: fromUuid('staff', row.id),
    email: row.email,
    name: row.name,
    role: row.role,
    disabled: row.disabled_at !== null,
    secondFactor: row.second_factor,
    invitation:
      row.invited === null
        ? null
        : { expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString() },
    createdAt: new Date(row.created_at).toISOString(),
  };
}
