import type { ApiKeyId, StaffId } from '@/lib/kernel/ids';
import type { Role } from './permissions';

/** Who acts on the shop's behalf. Its id is what the audit log, rate limits and idempotency keys go by. */
export type Actor =
  | { readonly kind: 'api-key'; readonly id: ApiKeyId; readonly role: Role }
  | { readonly kind: 'staff'; readonly id: StaffId; readonly role: Role };
