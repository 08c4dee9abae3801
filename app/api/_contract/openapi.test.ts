import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '@/lib/platform/problems';
import { openApiDocument } from './openapi';
import { OPERATIONS } from './operations';
import { problemsOf } from './problems-of';

type Json = Record<string, unknown>;

const document = openApiDocument() as unknown as Json & {
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Json };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    operation,
  })),
);

/** Every node of the document. */
function* walk(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const member of Object.values(value)) yield* walk(member);
}

const API = fileURLToPath(new URL('..', import.meta.url));

/** What each route module of the API answers, asked of the module itself: `POST /api/carts`. */
async function answeredCalls(): Promise<string[]> {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' });
  const routes = files.filter((file) => /(^|\/)route\.ts$/.test(file) && !/^[_[]/.test(file));
  const calls = await Promise.all(
    routes.map(async (file) => {
      const folder = file.replace(/\/route\.ts$/, '');
      const path = `/api/${folder.replaceAll(/\[(\w+)\]/g, '{$1}')}`;
      const { OPTIONS } = await import(/* @vite-ignore */ `${API}${file}`);
      // The jobs' endpoint is their SDK's own protocol.
      if (OPTIONS === undefined && folder === 'inngest') return [];
      const request = new Request(`http://shop.test${path}`, { method: 'OPTIONS' });
      const response: Response = await OPTIONS(request, { params: Promise.resolve({}) });
      const allowed = (response.headers.get('allow') ?? '').split(', ');
      return allowed
        .filter((method) => method !== 'HEAD' && method !== 'OPTIONS')
        .map((method) => `${method} ${path}`);
    }),
  );
  return calls.flat().sort();
}

describe('the contract', () => {
  test('lists exactly what the routes answer', async () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(await answeredCalls());
  });

  test('names each operation once', () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('reads nothing but GETs as harmless, and asks a key of what must happen once', () => {
    for (const { method, idempotency, id } of OPERATIONS)
      if (method === 'GET') expect(idempotency, id).toBe('none');
    expect(OPERATIONS.filter(({ idempotency }) => idempotency === 'required').map(({ id }) => id)).toEqual([
      'placeOrder',
      'refundOrder',
    ]);
  });
});

describe('the OpenAPI document', () => {
  test('survives JSON, and every reference leads somewhere', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    for (const { $ref } of walk(document)) {
      if ($ref === undefined) continue;
      expect(Object.keys(document.components.schemas)).toContain(
        String($ref).replace('#/components/schemas/', ''),
      );
    }
  });

  test.each(operations)('$name declares its path, a success, and its problems', ({ path, operation }) => {
    const parameters = operation.parameters as {
      name: string;
      in: string;
      required: boolean;
      schema: Json;
    }[];
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
    for (const parameter of parameters) expect(parameter.schema, parameter.name).toBeTypeOf('object');
    const statuses = Object.keys(operation.responses as Json);
    expect(statuses.some((status) => /^2\d\d$/.test(status))).toBe(true);
    expect(statuses).toEqual(expect.arrayContaining(['500', '503']));
  });

  test('keeps branded and transformed inputs readable: no schema is anything at all', () => {
    for (const { name, operation } of operations) {
      for (const node of walk(operation.requestBody ?? {})) {
        if (node.properties === undefined) continue;
        for (const [field, schema] of Object.entries(node.properties as Json)) {
          expect(
            Object.keys(schema as Json).filter((key) => key !== 'description'),
            `${name} ${field}`,
          ).not.toEqual([]);
        }
      }
    }
  });
});

test('every problem of an operation is in the table, each status answers only its own', () => {
  for (const operation of OPERATIONS) {
    const codes = problemsOf(operation);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(PROBLEMS[code].status).toBeGreaterThanOrEqual(400);
  }
});
