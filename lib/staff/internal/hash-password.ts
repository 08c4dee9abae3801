import { randomBytes, scrypt } from 'node:crypto';

/** What the sign-in library that dashboards will use expects: its parameters, its encoding. */
const COST = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 64;
const SALT_BYTES = 16;

/**
 * A password as it is stored: `<salt>:<key>`, both in hex, by scrypt over the password in Unicode's compatibility form
 * (so that it is the same however a keyboard composes it). The salt's hex digits themselves are the salt. Node only, and
 * slow on purpose (some 100 ms).
 */
export function hashPassword(
  password: string,
  salt = randomBytes(SALT_BYTES).toString('hex'),
): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => {
      if (error) reject(error);
      else resolve(`${salt}:${key.toString('hex')}`);
    });
  });
}
