/**
 * Saying no with a value: sold out is an answer, a lost database is a fault. Verbs return an Outcome, and callers
 * switch over `reason`; {@link assertNever} makes the compiler find the reason that somebody forgot.
 */

/** What a refusal must have; more fields may stand beside the reason. */
export type Refusal = { readonly reason: string };

export type Ok<T> = { readonly ok: true; readonly value: T };

/** `R` is a union of reason words, of objects with a `reason`, or of both. */
export type No<R extends string | Refusal> = R extends string
  ? { readonly ok: false; readonly reason: R }
  : { readonly ok: false } & R;

export type Outcome<T, R extends string | Refusal> = Ok<T> | No<R>;

/** A yes with its value. */
export function ok(): Ok<undefined>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

/** A no with its reason and what the caller may tell: `no('out-of-stock', { variantId, available })`. */
export function no<const R extends string>(reason: R): { readonly ok: false; readonly reason: R };
export function no<const R extends string, E extends object>(
  reason: R,
  extra: E,
): { readonly ok: false; readonly reason: R } & E;
export function no(reason: string, extra: object = {}): { readonly ok: false; readonly reason: string } {
  return { ...extra, ok: false, reason };
}

/** Ends an exhaustive switch: does not compile while a case is missing, throws if the types lied. */
export function assertNever(value: never): never {
  throw new TypeError(`A case is missing for ${JSON.stringify(value)}.`);
}
