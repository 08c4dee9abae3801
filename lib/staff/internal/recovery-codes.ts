import { hmacSha256 } from '@/lib/kernel/hmac';
import type { StaffId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

const HOW_MANY = 10;
/** Without what is read as something else: 0 and O, 1, I and L, U and V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = 4;

/** New codes, each of 16 characters in fours: some 78 random bits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    // More than is needed: a byte past the last whole round of the alphabet would favour its beginning.
    const random = [...crypto.getRandomValues(new Uint8Array(8 * LENGTH))].filter((byte) => byte < 240);
    const text = random
      .slice(0, LENGTH)
      .map((byte) => ALPHABET[byte % ALPHABET.length])
      .join('');
    return (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
  });
}

/** Whether what was typed is a recovery code by its shape, as nobody types the dashes or the case. */
export const looksLikeRecoveryCode = (typed: string): boolean => plain(typed).length === LENGTH;

/** What is kept of a code. Keyed, so that a copy of the database is nothing to guess against. */
export const hashRecoveryCode = (member: StaffId, code: string): Promise<string> =>
  hmacSha256(`recovery-code:${env().APP_SECRET}`, `${member}:${plain(code)}`);

const plain = (code: string) => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
