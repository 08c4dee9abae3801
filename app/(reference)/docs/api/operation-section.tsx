import { problemsOf } from '@/app/api/_contract/problems-of';
import type { Operation } from '@/app/api/_edge/operation';
import { PROBLEMS } from '@/lib/platform/problems';
import { RATE_LIMITS } from '@/lib/platform/rate-limit-policies';
import { PERMISSIONS } from '@/lib/staff/permissions';
import { curlOf } from './curl-of';
import { FieldTable } from './field-table';
import { describeType, type Field, fieldsOf, type Schema } from './fields-of';
import styles from './reference.module.css';

/** The parts of an OpenAPI operation that a page shows. */
export type Documented = {
  readonly parameters: readonly {
    name: string;
    in: string;
    required: boolean;
    description?: string;
    schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>
  >;
};

const JSON_TYPE = 'application/json';

function parametersOf({ parameters }: Documented): Field[] {
  return parameters.map(({ name, in: place, required, description = '', schema }) => ({
    path: name,
    type: `${place}: ${describeType(schema)}`,
    shape: null,
    isRequired: required,
    description,
  }));
}

const WHO = {
  public: 'Anyone may call it.',
  staff: 'For a member of staff who is signed in, of any role.',
  customer: 'For a customer who is signed in.',
} as const;

/** Who may call, how often, and whether repeating is safe, in a sentence each. */
function conditionsOf({ actor, limit, idempotency }: Operation): string[] {
  const policy = typeof limit === 'object' ? limit?.policy : limit;
  const counted = policy === undefined || policy === null ? null : RATE_LIMITS[policy];
  return [
    typeof actor === 'object' ? `Roles: ${PERMISSIONS[actor.permission].join(', ')}.` : WHO[actor],
    counted === null
      ? 'Not rate limited.'
      : `At most ${counted.burst} at once and ${counted.perSecond} a second per ${counted.by === 'address' ? 'client address' : 'API key'}${typeof limit === 'object' ? `, counted when ${limit?.when} is given` : ''}.`,
    ...(idempotency === 'none'
      ? []
      : [`Idempotency-Key: ${idempotency === 'required' ? 'required' : 'honoured'}.`]),
  ];
}

/** One call: what it takes, answers and refuses, and how to try it. */
export function OperationSection({
  operation,
  documented,
}: {
  operation: Operation;
  documented: Documented;
}) {
  const body = documented.requestBody?.content[JSON_TYPE]?.schema;
  const successes = Object.entries(documented.responses).filter(([status]) => status.startsWith('2'));
  return (
    <section aria-labelledby={operation.id} className={styles.operation}>
      <h3 id={operation.id}>{operation.summary}</h3>
      <p className={styles.call}>
        <code>
          <b>{operation.method}</b> {operation.path}
        </code>
      </p>
      {operation.description === undefined ? null : <p>{operation.description}</p>}
      <p className={styles.conditions}>{conditionsOf(operation).join(' ')}</p>
      <FieldTable caption="Parameters" fields={parametersOf(documented)} />
      {body === undefined ? null : <FieldTable caption="Body" fields={fieldsOf(body)} />}
      <h4>Answers</h4>
      {successes.map(([status, { content }]) => (
        <Success key={status} status={status} schema={content?.[JSON_TYPE]?.schema} />
      ))}
      <h4>Refuses with</h4>
      <ul className={styles.codes}>
        {problemsOf(operation).map((code) => (
          <li key={code}>
            <a href={`#problem-${code}`}>
              {PROBLEMS[code].status} {code}
            </a>
          </li>
        ))}
      </ul>
      <h4>Try it</h4>
      <pre>
        <code>{curlOf(operation)}</code>
      </pre>
    </section>
  );
}

function Success({ status, schema }: { status: string; schema: Schema | undefined }) {
  if (schema === undefined) return <p>{status}, without a body.</p>;
  const shape = schema.$ref?.split('/').at(-1);
  if (shape === undefined) return <FieldTable caption={status} fields={fieldsOf(schema)} />;
  return (
    <p>
      {status} with <a href={`#shape-${shape}`}>{shape}</a>.
    </p>
  );
}
