import type { ApiKeyId } from '@/lib/kernel/ids';
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
