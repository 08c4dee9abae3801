import type { z } from 'zod';
import type { ProblemError } from '@/lib/platform/problem';

/** What is wrong with a value, in words for whoever sent it. A schema's own message comes before these. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Must be given.'
        : `Must be ${TYPES[issue.expected] ?? `a ${issue.expected}`}.`;
    case 'invalid_value':
      return `Must be ${issue.values.map(String).join(' or ')}.`;
    case 'too_small':
      return bound(issue.origin, 'at least', Number(issue.minimum));
    case 'too_big':
      return bound(issue.origin, 'at most', Number(issue.maximum));
    case 'invalid_format':
      return issue.format === 'email' ? 'Must be an e-mail address.' : 'Has the wrong form.';
    case 'invalid_union':
      return 'Has the wrong form.';
    default:
      return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
};

function bound(origin: string, side: 'at least' | 'at most', limit: number): string {
  const isOne = limit === 1;
  if (origin === 'string') {
    return side === 'at least' && isOne ? 'Must not be empty.' : `Must have ${side} ${limit} characters.`;
  }
  if (origin === 'array' || origin === 'set')
    return `Must have ${side} ${limit} ${isOne ? 'item' : 'items'}.`;
  return `Must be ${side} ${limit}.`;
}

export type Validated<S extends z.ZodType> =
  | { readonly ok: true; readonly value: z.output<S> }
  | { readonly ok: false; readonly errors: readonly ProblemError[] };

/** Parses an unknown value, or says what is wrong where, by slash-separated paths (`lines/0/quantity`). */
export function validate<S extends z.ZodType>(schema: S, value: unknown): Validated<S> {
  const parsed = parse(schema, value);
  if (parsed === null) return { ok: false, errors: [{ path: '', message: 'Has the wrong form.' }] };
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('/'),
    message,
  }));
  return { ok: false, errors };
}

/**
 * Null where zod itself stumbles: it measures whatever has a `length` before it refuses what is no text, and comparing
 * `{ length: { valueOf: 1 } }` with a number throws. A value that cannot be compared fits no schema.
 */
function parse<S extends z.ZodType>(schema: S, value: unknown) {
  try {
    return schema.safeParse(value, { error: explain });
  } catch (error) {
    if (error instanceof TypeError && error.message === 'Cannot convert object to primitive value')
      return null;
    throw error;
  }
}
