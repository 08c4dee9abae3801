import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids of one POST: a function of its seed (`<millis>,<base64>`) and the index, so that a resend gets the same. */
export function eventIds(seed: string | undefined, nowMs: number): (index: number) => string {
  const parts = /^(\d{1,15}),([A-Za-z0-9+/=]+)$/.exec(seed ?? '');
  const millis = parts ? Number(parts[1]) : nowMs;
  const entropy = parts?.[2] ?? randomBytes(16).toString('base64');
  return (index) => {
    const digest = createHash('sha256').update(`${millis},${entropy},${index}`).digest();
    return encode(BigInt(millis), 10) + encode(BigInt(`0x${digest.subarray(0, 10).toString('hex')}`), 16);
  };
}

/** A number in Crockford's base 32, as in ULIDs. */
function encode(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = `${ALPHABET[Number(rest & 31n)]}${text}`;
    rest >>= 5n;
  }
  return text;
}
