import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const WINDOW_SECONDS = 300;
const PREFIX = /^signkey-\w+-/;

/** The header that proves that `body` comes from someone who holds the key. `body` must be canonical JSON. */
export function signBody(
  body: string,
  signingKey: string,
  nowSeconds = Math.round(Date.now() / 1_000),
): string {
  return `t=${nowSeconds}&s=${hmac(body, signingKey, String(nowSeconds))}`;
}

/** Whether the header was made with this key, for this body, in the last five minutes. */
export function isSignedBy(
  body: string,
  signingKey: string,
  header: string | undefined,
  nowSeconds = Math.round(Date.now() / 1_000),
): boolean {
  const params = new URLSearchParams(header ?? '');
  const [time, signature] = [params.get('t') ?? '', params.get('s') ?? ''];
  const age = Math.abs(nowSeconds - Number.parseInt(time, 10));
  return age <= WINDOW_SECONDS && isSame(hmac(body, signingKey, time), signature);
}

/** What the SDK sends instead of the key itself, as Bearer. */
export function hashSigningKey(signingKey: string): string {
  const prefix = PREFIX.exec(signingKey)?.[0] ?? '';
  const digest = createHash('sha256')
    .update(Buffer.from(signingKey.replace(PREFIX, ''), 'hex'))
    .digest('hex');
  return `${prefix}${digest}`;
}

/** Compares secrets without telling by time where they differ. */
export function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}

function hmac(body: string, signingKey: string, time: string): string {
  return createHmac('sha256', signingKey.replace(PREFIX, '')).update(body).update(time).digest('hex');
}
