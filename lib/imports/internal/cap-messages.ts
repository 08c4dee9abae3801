import type { ImportMessage } from '../model';

/** How much is said of a file as a whole. */
export const MAX_FILE_MESSAGES = 1_000;

/**
 * At most `max` messages and one that tells how many more there were: a file of nothing but bad rows must not become
 * as many rows of ours. Errors are kept before notes.
 */
export function capMessages(messages: readonly ImportMessage[], max: number): readonly ImportMessage[] {
  if (messages.length <= max) return messages;
  const errors = messages.filter(({ severity }) => severity === 'error');
  const notes = messages.filter(({ severity }) => severity === 'note');
  const [omitted, ...others] = [...errors, ...notes].slice(max);
  if (omitted === undefined) return messages;
  const rest = { ...omitted, message: `This and ${others.length} further messages are not listed.` };
  return [...errors, ...notes].slice(0, max).concat(rest);
}
