import { randomBytes, randomUUID } from 'node:crypto';

/** A word of letters only that no other test uses: text search takes it as one word. */
export function freshWord(): string {
  return `q${[...randomBytes(11)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
}

/** A URL slug that no product has yet. */
export function freshSlug(): string {
  return `contract-${freshWord()}`;
}

/** A stock keeping unit that no variant has yet. */
export function freshSku(): string {
  return `CT-${freshWord().toUpperCase()}`;
}

/** An Idempotency-Key that was never sent. */
export function freshKey(): string {
  return randomUUID();
}

/** A mail address that no order carries yet. */
export function freshEmail(): string {
  return `${freshWord()}@example.com`;
}
