import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** How many steps a clock may be wrong by. */
const WINDOW = 1;
const SECRET_BYTES = 20;

const counterOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS, digits: 6, algorithm: 'SHA1' });

/** A new secret as apps take it: base32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address by which an app learns a secret: what the QR code says. */
export function totpUri(secret: string, shop: string, email: string): string {
  const totp = counterOf(secret);
  totp.issuer = shop;
  totp.label = email;
  return totp.toString();
}

/** The time step that a one-time password is of, null if it is of none near now. */
export function stepOf(secret: string, code: string, nowMs: number): number | null {
  const delta = counterOf(secret).validate({ token: code, timestamp: nowMs, window: WINDOW });
  return delta === null ? null : Math.floor(nowMs / 1_000 / PERIOD_SECONDS) + delta;
}
