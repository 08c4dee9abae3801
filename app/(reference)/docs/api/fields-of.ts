/** JSON Schema as far as our documents use it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
};

/** One row of a table of fields: `lines[].quantity`, `integer, 1 to 99`. */
export type Field = {
  readonly path: string;
  readonly type: string;
  /** The named shape that it is, or is a list of. */
  readonly shape: string | null;
  readonly isRequired: boolean;
  readonly description: string;
};

const shapeOf = (schema: Schema) => schema.$ref?.split('/').at(-1) ?? null;

/** The alternatives of a schema, without null, and whether null is one. Nested ones are one list. */
function alternatives(schema: Schema): { readonly some: readonly Schema[]; readonly isNullable: boolean } {
  if (schema.anyOf === undefined)
    return { some: schema.type === 'null' ? [] : [schema], isNullable: schema.type === 'null' };
  const parts = schema.anyOf.map(alternatives);
  return { some: parts.flatMap(({ some }) => some), isNullable: parts.some(({ isNullable }) => isNullable) };
}

const ID = /^\^([a-z]+)_\[0-9a-f\]\{32\}\$$/;
const figure = (value: number) => value.toLocaleString('en-US');

function range(min: number | undefined, max: number | undefined, unit: string): string {
  if (min === undefined && max === undefined) return '';
  const words = (text: string) => `, ${text}${unit}`;
  if (max === undefined || max >= Number.MAX_SAFE_INTEGER)
    return min === undefined ? '' : words(`at least ${figure(min)}`);
  return words(
    min === undefined || min <= Number.MIN_SAFE_INTEGER
      ? `at most ${figure(max)}`
      : `${figure(min)} to ${figure(max)}`,
  );
}

function describeOne(schema: Schema): string {
  const shape = shapeOf(schema);
  if (shape !== null) return shape;
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  const family = ID.exec(schema.pattern ?? '')?.[1];
  if (family !== undefined) return `id, ${family}_…`;
  switch (schema.type) {
    case 'array':
      return `list of ${describeType(schema.items ?? {})}${range(schema.minItems, schema.maxItems, ' items')}`;
    case 'string':
      return `${schema.format ?? 'text'}${range(schema.minLength, schema.maxLength, ' characters')}`;
    default:
      return `${schema.type ?? 'anything'}${range(schema.minimum, schema.maximum, '')}`;
  }
}

/** What a value is, in words: `list of Money, 1 to 100 items or null`. */
export function describeType(schema: Schema): string {
  const { some, isNullable } = alternatives(schema);
  return [...some.map(describeOne), ...(isNullable ? ['null'] : [])].join(' or ');
}

/** The fields of an object, those of unnamed objects within it after their own, by dotted paths. */
export function fieldsOf(schema: Schema, prefix = ''): Field[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const [only] = alternatives(field).some;
    const item = only?.items ?? only;
    const row = {
      path,
      type: describeType(field),
      shape: item === undefined ? null : shapeOf(item),
      isRequired: required.has(name),
      description: field.description ?? '',
    };
    return [row, ...fieldsOf(item ?? {}, `${path}${only?.items === undefined ? '.' : '[].'}`)];
  });
}
