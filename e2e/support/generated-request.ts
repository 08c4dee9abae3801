import fc from 'fast-check';
import { arbitraryOf, IdReference, type Schema } from './schema-arbitrary';

type Parameter = { in: 'path' | 'query' | 'header'; name: string; required?: boolean; schema: Schema };
type Operation = {
  parameters?: readonly Parameter[];
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
  security?: readonly object[];
  'x-roles'?: readonly string[];
};
export type OpenApi = {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components?: { schemas?: Readonly<Record<string, Schema>> };
};

/** Who asks: the owner, somebody who may only look, nobody, or somebody with a credential that is none. */
export type Credential = 'owner' | 'viewer' | 'none' | 'wrong';

export type GeneratedRequest = {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<'path' | 'query' | 'header', Readonly<Record<string, unknown>>>>;
  readonly body: unknown;
  /** Of the body, if it is not JSON. */
  readonly mediaType: string | undefined;
  readonly credential: Credential;
};

/** Requests that the document describes, about equally many for each route; part of them is broken on purpose. */
export function requestsOf(document: OpenApi): fc.Arbitrary<GeneratedRequest> {
  const resolve = (ref: string) => document.components?.schemas?.[ref.split('/').at(-1) ?? ''] ?? {};
  return fc.oneof(
    ...Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) =>
        requestOf(path, method.toUpperCase(), operation, resolve),
      ),
    ),
  );
}

function requestOf(
  path: string,
  method: string,
  operation: Operation,
  resolve: (ref: string) => Schema,
): fc.Arbitrary<GeneratedRequest> {
  const parametersIn = (place: Parameter['in']) => {
    const own = (operation.parameters ?? []).filter((parameter) => parameter.in === place);
    return fc.record(
      Object.fromEntries(own.map(({ name, schema }) => [name, arbitraryOf(schema, resolve)])),
      { requiredKeys: own.filter(({ required }) => required).map(({ name }) => name) },
    );
  };
  const isMerchants = (operation.security ?? []).length > 0;
  return fc.record({
    route: fc.constant(`${method} ${path}`),
    method: fc.constant(method),
    path: fc.constant(path),
    parameters: fc.record({
      path: parametersIn('path'),
      query: parametersIn('query'),
      header: parametersIn('header'),
    }),
    body: bodyOf(operation, resolve),
    mediaType: fc.constant(mediaTypeOf(operation)),
    credential: fc.oneof(
      { weight: isMerchants ? 6 : 1, arbitrary: fc.constant<Credential>('owner') },
      { weight: 1, arbitrary: fc.constant<Credential>('viewer') },
      { weight: isMerchants ? 1 : 6, arbitrary: fc.constant<Credential>('none') },
      { weight: 1, arbitrary: fc.constant<Credential>('wrong') },
    ),
  });
}

const JSON_TYPE = 'application/json';

function mediaTypeOf({ requestBody }: Operation): string | undefined {
  return Object.keys(requestBody?.content ?? {}).find((type) => type !== JSON_TYPE);
}

function bodyOf(operation: Operation, resolve: (ref: string) => Schema): fc.Arbitrary<unknown> {
  const content = Object.values(operation.requestBody?.content ?? {})[0];
  if (content === undefined) return fc.constant(undefined);
  const fitting = arbitraryOf(content.schema, resolve);
  const example = fc.nat().map((at) => withIds(content.example, at));
  return fc.oneof(
    { weight: 3, arbitrary: content.example === undefined ? fitting : example },
    { weight: 3, arbitrary: fitting },
    { weight: 1, arbitrary: fc.tuple(fitting, fc.nat(), fc.jsonValue({ maxDepth: 1 })).map(breakOne) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
}

/** The example with its ids replaced by ones that exist. */
function withIds(value: unknown, at: number): unknown {
  if (typeof value === 'string') {
    const prefix = /^([a-z]+)_[0-9a-f]{32}$/.exec(value)?.[1];
    return prefix === undefined ? value : new IdReference(prefix, at);
  }
  if (Array.isArray(value)) return value.map((item) => withIds(item, at));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withIds(member, at)]));
}

/** One field replaced by something else. */
function breakOne([value, at, wrong]: [unknown, number, unknown]): unknown {
  if (typeof value !== 'object' || value === null) return wrong;
  const names = Object.keys(value);
  const name = names[at % Math.max(1, names.length)];
  return name === undefined ? wrong : { ...value, [name]: wrong };
}
