import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const COST = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 64;
const SALT_BYTES = 16;

/** Each takes 32 MB and a thread of the process's four for some 100 ms: files and names need the others. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * A password as it is stored: `<salt>:<key>`, both in hex, by scrypt over the password in Unicode's compatibility form
 * (so that it is the same however a keyboard composes it). The salt's hex digits themselves are the salt. Node only, and
 * slow on purpose.
 */
export async function hashPassword(
  password: string,
  salt = randomBytes(SALT_BYTES).toString('hex'),
): Promise<string> {
  return `${salt}:${(await derive(password, salt)).toString('hex')}`;
}

/** What nobody's password gives. Compared with where there is no hash, so that an unknown person takes as long. */
const NOBODY = `${'0'.repeat(2 * SALT_BYTES)}:${'0'.repeat(2 * KEY_BYTES)}`;

/** Whether `stored` was made of this password. Takes the same time whether there is a `stored` or not. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [salt = '', key = ''] = (stored ?? NOBODY).split(':');
  const derived = await derive(password, salt);
  const expected = Buffer.from(key, 'hex');
  return expected.length === derived.length && timingSafeEqual(expected, derived) && stored !== null;
}

async function derive(password: string, salt: string): Promise<Buffer> {
  if (running < AT_ONCE) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => {
        if (error) reject(error);
        else resolve(key);
      });
    });
  } finally {
    // Whoever waits takes this one's place: the number running stays as it is.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
