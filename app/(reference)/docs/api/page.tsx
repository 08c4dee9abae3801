import { openApiDocument } from '@/app/api/_contract/openapi';
import { OPERATIONS } from '@/app/api/_contract/operations';
import { PROBLEMS } from '@/lib/platform/problems';
import { FieldTable } from './field-table';
import { fieldsOf, type Schema } from './fields-of';
import { type Documented, OperationSection } from './operation-section';
import styles from './reference.module.css';

export const dynamic = 'force-static';

/** The document that the page and its clients read is one and the same. */
const document = openApiDocument() as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const tags = [...new Set(OPERATIONS.map(({ tag }) => tag))];
const anchor = (tag: string) => tag.toLowerCase().replaceAll(' ', '-');

const CONVENTIONS = [
  'JSON in and out, UTF-8; bodies up to 64 KiB. Fields that nobody knows are ignored.',
  'Money is { "amount": 1999, "currency": "USD" }: integer minor units. Times are ISO 8601 in UTC. Ids are opaque text with a prefix, and sort by when they were made.',
  'Lists take limit (1 to 100, default 24) and cursor, and answer { items, nextCursor }.',
  'Errors are application/problem+json with a stable code. 503 means that nothing happened; 504 that it may have: repeat with the same Idempotency-Key and learn which.',
  'An Idempotency-Key names an intent: new for each, the same for each of its retries. What took effect is answered again for at least 24 hours, with Idempotency-Replayed: true. A refusal keeps nothing.',
  'Every answer has an X-Request-Id; give it when you ask for help. Merchant calls want Authorization: Bearer and an API key.',
];

export default function ApiReference() {
  return (
    <div className={styles.page}>
      <nav aria-label="Contents" className={styles.contents}>
        <a href="#conventions">Conventions</a>
        {tags.map((tag) => (
          <a key={tag} href={`#${anchor(tag)}`}>
            {tag}
          </a>
        ))}
        <a href="#shapes">Shapes</a>
        <a href="#problems">Problems</a>
      </nav>
      <main className={styles.main}>
        <h1>API reference</h1>
        <p>
          The store and its merchant API, as they are served. For programs:{' '}
          <a href="/api/openapi.json">OpenAPI 3.1</a>.
        </p>
        <section aria-labelledby="conventions">
          <h2 id="conventions">Conventions</h2>
          <ul>
            {CONVENTIONS.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <pre>
            <code>
              export SHOP=http://localhost:3000 KEY=$(npm run --silent api-key -- --name docs --role owner)
            </code>
          </pre>
        </section>
        {tags.map((tag) => (
          <section key={tag} aria-labelledby={anchor(tag)}>
            <h2 id={anchor(tag)}>{tag}</h2>
            {OPERATIONS.filter((operation) => operation.tag === tag).map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        <Shapes />
        <Problems />
      </main>
    </div>
  );
}

function Operation({ operation }: { operation: (typeof OPERATIONS)[number] }) {
  const documented = document.paths[operation.path]?.[operation.method.toLowerCase()];
  return documented === undefined ? null : <OperationSection operation={operation} documented={documented} />;
}

function Shapes() {
  return (
    <section aria-labelledby="shapes">
      <h2 id="shapes">Shapes</h2>
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <section key={name} aria-labelledby={`shape-${name}`} className={styles.operation}>
          <h3 id={`shape-${name}`}>{name}</h3>
          <FieldTable caption={`Fields of ${name}`} fields={fieldsOf(schema)} />
        </section>
      ))}
    </section>
  );
}

function Problems() {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Problems</h2>
      <dl className={styles.problems}>
        {Object.entries(PROBLEMS).map(([code, { status, title, detail }]) => (
          <div key={code} id={`problem-${code}`}>
            <dt>
              <code>{code}</code> {status} {title}
            </dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
