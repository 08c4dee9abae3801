import { type IdOf, type IdPrefix, parseId } from '@/lib/kernel/ids';
import { type Refusal, refuse } from './operation';

/** The id in a list's cursor, undefined on the first page, or why it cannot be one. */
export function readIdCursor<P extends IdPrefix>(
  prefix: P,
  cursor: string | undefined,
): IdOf<P> | undefined | Refusal<'validation-failed'> {
  const after = cursor === undefined ? undefined : parseId(prefix, cursor);
  return after === null ? wrongCursor() : after;
}

/** Whether {@link readIdCursor} refused. */
export function isWrongCursor(
  read: string | undefined | Refusal<'validation-failed'>,
): read is Refusal<'validation-failed'> {
  return typeof read === 'object';
}

export function wrongCursor(): Refusal<'validation-failed'> {
  const message = 'Must be the nextCursor of the page before.';
  return refuse('validation-failed', { errors: [{ path: 'cursor', message }] });
}
