import type { ApiKeyId, AuditEntryId, SessionId, StaffId } from '@/lib/kernel/ids';
import type { Role } from './permissions';

/** An API key as it is listed: what it opens and how it begins, never the key. */
export type ApiKey = {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly role: Role;
  readonly preview: string;
  readonly createdAt: string;
  /** To some minutes; null: never yet. */
  readonly lastUsedAt: string | null;
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

/** A browser in which a member is signed in. */
export type OwnSession = {
  readonly id: SessionId;
  /** Browser and system. */
  readonly device: string;
  /** Where it signed in from, coarsely: 203.0.113.x */
  readonly network: string;
  readonly beganAt: string;
  /** To a minute. */
  readonly seenAt: string;
  readonly endsAt: string;
  readonly isCurrent: boolean;
};

/** A member of staff, as owners see them. */
export type MerchantMember = Member & {
  /** Whether they may not sign in any more. */
  readonly disabled: boolean;
  /** Whether a password alone does not sign them in. */
  readonly secondFactor: boolean;
  /** Of somebody who has chosen no password yet: until when their link is good, null when it is no more. */
  readonly invitation: { readonly expiresAt: string | null } | null;
  readonly createdAt: string;
};

/** Who changed what, with the state before and after: of a change only what differs, null where there was nothing. */
export type AuditEntry = {
  readonly id: AuditEntryId;
  readonly at: string;
  readonly actor: string;
  /** What the actor is called, where they are one of the staff or a key that is there. */
  readonly actorName: string | null;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly requestId: string | null;
};
