import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writePrivateJson } from '@/stack/private-file';
import { given } from '@/stack/settings';

/** The sign-in of the shop's first owner. */
export interface Owner {
  email: string;
  password: string;
}

// Without the characters that people mix up when they copy by eye.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** OWNER_EMAIL and OWNER_PASSWORD; what is not given is made once and kept in STACK_DIR/owner.json. */
export function loadOwner(dir: string, env: Record<string, string | undefined>): Owner {
  const file = join(dir, 'owner.json');
  const kept = (readJson(file) ?? {}) as Partial<Owner>;
  const owner = {
    email: given(env, 'OWNER_EMAIL') ?? kept.email ?? 'owner@doorbuster.local',
    password: given(env, 'OWNER_PASSWORD') ?? kept.password ?? generatePassword(),
  };
  if (JSON.stringify(kept) !== JSON.stringify(owner)) writePrivateJson(file, owner);
  return owner;
}

/** Four groups of four, about 79 bits. */
function generatePassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
