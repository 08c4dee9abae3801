import { fromUuid } from '@/lib/kernel/ids';
import type { MerchantMember } from '../model';
import type { Role } from '../permissions';

/** A row of staff as jsonb, without its password. */
export type MemberRow = {
  id: string;
  email: string;
  name: string;
  role: Role;
  created_at: string;
  disabled_at: string | null;
};

export function toMember(row: MemberRow): MerchantMember {
  return {
    id: fromUuid('staff', row.id),
    email: row.email,
    name: row.name,
    role: row.role,
    disabled: row.disabled_at !== null,
    createdAt: new Date(row.created_at).toISOString(),
  };
}
