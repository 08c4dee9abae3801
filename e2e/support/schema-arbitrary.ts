import fc from 'fast-check';

/** As much of JSON Schema as our OpenAPI document uses. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
};

/** Stands for an id of this family; which one is decided when the request is sent. */
export class IdReference {
  readonly prefix: string;
  readonly at: number;
  constructor(prefix: string, at: number) {
    this.prefix = prefix;
    this.at = at;
  }
}

const ID_PATTERN = /^\^([a-z]+)_\[0-9a-f\]\{32\}\$$/;
/** Long enough to matter, short enough that thousands of requests stay quick. */
const MOST_ITEMS = 4;
const MOST_CHARACTERS = 40;

/** Values that fit `schema`. Ids come as {@link IdReference}; `resolve` follows a `$ref`. */
export function arbitraryOf(schema: Schema, resolve: (ref: string) => Schema): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return arbitraryOf(resolve(schema.$ref), resolve);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, resolve)));
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? -1_000, max: Math.min(schema.maximum ?? 1_000, 5) }),
        fc.integer({
          min: schema.minimum ?? -1_000_000,
          max: Math.min(schema.maximum ?? 1_000_000, 2 ** 31 - 1),
        }),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, resolve), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? MOST_ITEMS, MOST_ITEMS),
      });
    case 'object':
      return objectOf(schema, resolve);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function textOf(schema: Schema): fc.Arbitrary<unknown> {
  const prefix = ID_PATTERN.exec(schema.pattern ?? '')?.[1];
  if (prefix !== undefined) return fc.nat().map((at) => new IdReference(prefix, at));
  if (schema.format === 'email') return fc.emailAddress();
  const bounds = {
    minLength: schema.minLength ?? 0,
    maxLength: Math.max(
      schema.minLength ?? 0,
      Math.min(schema.maxLength ?? MOST_CHARACTERS, MOST_CHARACTERS),
    ),
  };
  const made =
    schema.pattern === undefined
      ? fc.string({ ...bounds, unit: 'grapheme' })
      : fc.stringMatching(new RegExp(schema.pattern), { size: 'small' });
  // What the document gives as an example is what means something: a country, a currency.
  return schema.examples === undefined
    ? made
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...schema.examples) }, { weight: 1, arbitrary: made });
}

function objectOf(schema: Schema, resolve: (ref: string) => Schema): fc.Arbitrary<unknown> {
  if (typeof schema.additionalProperties === 'object')
    return fc.dictionary(
      fc.string({ minLength: 1, maxLength: 10 }),
      arbitraryOf(schema.additionalProperties, resolve),
      {
        maxKeys: MOST_ITEMS,
      },
    );
  const properties = Object.entries(schema.properties ?? {});
  return fc.record(
    Object.fromEntries(properties.map(([name, property]) => [name, arbitraryOf(property, resolve)])),
    { requiredKeys: [...(schema.required ?? [])] },
  );
}
