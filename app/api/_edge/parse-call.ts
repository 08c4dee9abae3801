import { z } from 'zod';
import { type Operation, type Refusal, refuse } from './operation';
import { isSoundText } from './unsound-text';
import { validate } from './validate';

/** The path's parts as a host gives them, decoded. */
export type PathParts = Readonly<Record<string, string | string[] | undefined>>;

export type Parsed = {
  readonly kind: 'parsed';
  readonly values: Record<'params' | 'query' | 'headers' | 'body', unknown>;
};

/** Everything a call brings, parsed by its operation, or all that is wrong with it at once. */
export function parseCall(
  operation: Operation,
  url: URL,
  headers: Headers,
  pathParts: PathParts,
  body: unknown,
): Parsed | Refusal {
  const params: Record<string, unknown> = {};
  for (const [name, param] of Object.entries(operation.params ?? {})) {
    const part = pathParts[name];
    if (typeof part === 'string' && !isSoundText(part)) return unsound(name);
    const parsed = param.schema.safeParse(part);
    if (!parsed.success) return refuse(param.absent);
    params[name] = parsed.data;
  }
  for (const [name, value] of url.searchParams) if (!isSoundText(value)) return unsound(name);

  // Only what the operation knows is read: under Next's edge runtime the path's parts come in the query as well.
  const given = {
    query: pick(operation.query, (name, isList) =>
      isList ? atLeastOne(url.searchParams.getAll(name)) : url.searchParams.get(name),
    ),
    headers: pick(operation.headers, (name) => headers.get(name)),
    body,
  };
  const values: Parsed['values'] = { params, query: undefined, headers: undefined, body: undefined };
  const errors = [];
  for (const place of ['query', 'headers', 'body'] as const) {
    const schema = operation[place];
    if (schema === undefined) continue;
    const validated = validate(schema, given[place]);
    if (validated.ok) values[place] = validated.value;
    else errors.push(...validated.errors);
  }
  return errors.length === 0 ? { kind: 'parsed', values } : refuse('validation-failed', { errors });
}

function unsound(path: string): Refusal {
  return refuse('validation-failed', { errors: [{ path, message: 'Must not contain U+0000.' }] });
}

/** The values of the schema's own names; one that is not given is absent, one that is a list may be given several times. */
function pick(
  schema: Operation['query'],
  get: (name: string, isList: boolean) => string | string[] | null,
): Record<string, string | string[] | undefined> {
  return Object.fromEntries(
    Object.entries(schema?.shape ?? {}).map(([name, value]) => [name, get(name, isList(value)) ?? undefined]),
  );
}

const atLeastOne = (values: string[]) => (values.length === 0 ? null : values);

function isList(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional
    ? isList(schema.unwrap() as z.ZodType)
    : schema instanceof z.ZodArray;
}
