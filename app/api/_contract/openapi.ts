import { z } from 'zod';
import type { Operation } from '@/app/api/_edge/operation';
import { PROBLEMS, type ProblemCode } from '@/lib/platform/problems';
import { PERMISSIONS } from '@/lib/staff/permissions';
import packageJson from '@/package.json';
import { OPERATIONS } from './operations';
import { problemsOf } from './problems-of';

type Json = Record<string, unknown>;

const COMPONENTS = '#/components/schemas/';

/** Named shapes met on the way, for the document's components. */
type Components = Map<string, Json>;

/** A zod schema as JSON Schema, with the shapes that have a name moved into the components. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', components: Components): Json {
  const { $schema: _, $defs, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  const whole = JSON.parse(JSON.stringify({ root, $defs }).replaceAll('"#/$defs/', `"${COMPONENTS}`)) as {
    root: Json;
    $defs?: Record<string, Json>;
  };
  for (const [name, { id: _id, ...shape }] of Object.entries(whole.$defs ?? {})) components.set(name, shape);
  const { id, ...shape } = whole.root;
  if (typeof id !== 'string') return shape;
  components.set(id, shape);
  return { $ref: `${COMPONENTS}${id}` };
}

function toParameters(operation: Operation, components: Components): Json[] {
  const inPath = Object.entries(operation.params ?? {}).map(([name, { schema, description }]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: toSchema(schema, 'input', components),
  }));
  const listed = (place: 'query' | 'header', object: z.ZodObject | undefined) => {
    const { properties = {}, required = [] } =
      object === undefined ? {} : toSchema(object, 'input', components);
    return Object.entries(properties as Record<string, Json>).map(([name, { description, ...schema }]) => ({
      name,
      in: place,
      required: (required as string[]).includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    }));
  };
  return [
    ...inPath,
    ...listed('query', operation.query),
    ...listed('header', operation.headers),
    ...keyOf(operation),
  ];
}

function keyOf({ idempotency }: Operation): Json[] {
  if (idempotency === 'none') return [];
  const description =
    'New for each intent, the same for each of its retries: what took effect is answered again.';
  const schema = { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' };
  return [
    { name: 'Idempotency-Key', in: 'header', required: idempotency === 'required', description, schema },
  ];
}

const header = (description: string) => ({ description, schema: { type: 'string' } });

function toResponses(operation: Operation, components: Components): Json {
  const responses: Json = {};
  for (const [status, schema] of Object.entries(operation.responses)) {
    const isEmpty = schema instanceof z.ZodUndefined;
    responses[status] = {
      description: operation.summary,
      headers: {
        'X-Request-Id': header('Names this request in logs.'),
        ...(operation.limit === null
          ? {}
          : {
              RateLimit: header('What is left of the limit.'),
              'RateLimit-Policy': header('The limit itself.'),
            }),
        ...(operation.idempotency === 'none' || operation.idempotency === 'secret'
          ? {}
          : { 'Idempotency-Replayed': header('`true` on a repeated answer.') }),
      },
      ...(isEmpty ? {} : { content: toContent(operation, schema, components) }),
    };
  }
  const codes = problemsOf(operation);
  for (const status of new Set(codes.map((code) => PROBLEMS[code].status))) {
    responses[status] = toProblemResponse(codes.filter((code) => PROBLEMS[code].status === status));
  }
  return responses;
}

function toContent({ media }: Operation, schema: z.ZodType, components: Components): Json {
  if (media === undefined) return { 'application/json': { schema: toSchema(schema, 'output', components) } };
  return Object.fromEntries(media.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
}

function toProblemResponse(codes: readonly ProblemCode[]): Json {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].detail}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: { allOf: [{ $ref: `${COMPONENTS}Problem` }, { properties: { code: { enum: codes } } }] },
      },
    },
  };
}

const problemShape = z
  .object({
    type: z.string().describe('Where the code is explained.'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('A stable word for programs.'),
    detail: z.string().describe('What happened and what to do next, for people.'),
    instance: z.string(),
    errors: z
      .array(z.looseObject({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Each wrong value by its path, as lines/0/quantity.'),
  })
  .meta({ id: 'Problem' });

/** What opens a call: any one of these, nothing if the list is empty. */
function securityOf(actor: Operation['actor']): Json[] {
  switch (actor) {
    case 'public':
      return [];
    case 'staff':
      return [{ staffSession: [] }];
    case 'customer':
      return [{ customerSession: [] }];
    default:
      return [{ apiKey: [] }, { staffSession: [] }];
  }
}

/** The name that a cookie has over plain HTTP; over HTTPS __Host- stands before it. */
const cookie = (name: string, whose: string) => ({
  type: 'apiKey',
  in: 'cookie',
  name,
  description: `The session of ${whose}. Over HTTPS its name begins with __Host-.`,
});

function toOperation(operation: Operation, components: Components): Json {
  const { id, tag, summary, description, actor } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: toParameters(operation, components),
    ...toRequestBody(operation, components),
    responses: toResponses(operation, components),
    security: securityOf(actor),
    ...(typeof actor === 'object' ? { 'x-roles': PERMISSIONS[actor.permission] } : {}),
  };
}

function toRequestBody({ body, upload, example }: Operation, components: Components): Json {
  const types = upload?.mediaTypes ?? ['application/json'];
  const schema = upload ? { type: 'string' } : body && toSchema(body, 'input', components);
  if (schema === undefined) return {};
  const one = { schema, ...(example === undefined ? {} : { example }) };
  const content = Object.fromEntries(types.map((type) => [type, one]));
  const required = body === undefined || !body.safeParse(undefined).success;
  return { requestBody: { required, content } };
}

/** The whole contract as an OpenAPI 3.1 document, made from the very schemas that the wrapper enforces. */
export function openApiDocument(): Json & { readonly openapi: string } {
  const components: Components = new Map();
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: toOperation(operation, components),
    };
  }
  toSchema(problemShape, 'output', components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Doorbuster',
      version: packageJson.version,
      description:
        'The store and its merchant API. Errors are application/problem+json; money is in minor units.',
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => a.localeCompare(b))),
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key; what it may do depends on its role.',
        },
        staffSession: cookie('doorbuster-staff', 'a member of staff; what it may do depends on their role'),
        customerSession: cookie('doorbuster-customer', 'a customer'),
      },
    },
  };
}
