import type { ApiKeyId, AuditEntryId, StaffId } from '@/lib/kernel/ids';
import type { Role } from './permissions';

/** An API key as it is listed: what it opens and how it begins, never the key. */
export type ApiKey = {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly role: Role;
  readonly preview: string;
  readonly createdAt: string;
};

/** An API key as it is made: this once with the key itself. */
export type NewApiKey = ApiKey & { readonly key: string };

/** A member of staff, as they see themselves. */
export type Member = {
  readonly id: StaffId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** Somebody of the staff who is signed in, and until when at the longest. */
export type StaffSession = { readonly member: Member; readonly endsAt: string };

/** A member of staff, as owners see them. */
export type MerchantMember = Member & {
  /** Whether they may not sign in any more. */
  readonly disabled: boolean;
  readonly createdAt: string;
};

/** Who changed what, with the state before and after: of a change only what differs, null where there was nothing. */
export type AuditEntry = {
  readonly id: AuditEntryId;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly requestId: string | null;
};
