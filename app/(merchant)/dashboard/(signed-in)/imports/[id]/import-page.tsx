'use client';

import { useQuery } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, count, dateTime } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Progress } from '@/app/(merchant)/_ui/progress';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { ImportStatusBadge } from '../import-status';

type Import = Schema<'Import'>;
type Message = Import['errors'][number];

const PARENT = { href: '/dashboard/imports', label: 'Imports' };

/** One import: how far it is while it runs, and what it says of lines of the file. */
export function ImportPage() {
  const { id } = useParams<{ id: string }>();
  const one = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/imports/{id}', { params: { path: { id } }, signal })),
  });
  if (one.data) return <Shown one={one.data} />;
  return (
    <Page title="Import" parent={PARENT}>
      <Loaded query={one}>{() => null}</Loaded>
    </Page>
  );
}

function Shown({ one }: { one: Import }) {
  const { done, total } = one.progress;
  const facts = [
    ['Created', one.created],
    ['Updated', one.updated],
    ['Skipped', one.skipped],
    ['Errors', one.errorCount],
    ['Notes', one.noteCount],
  ] as const;
  return (
    <Page
      title={one.fileName}
      parent={PARENT}
      aside={<ImportStatusBadge status={one.status} errors={one.errorCount} />}
      lead={
        one.finishedAt === null
          ? `Uploaded ${dateTime(one.createdAt)}`
          : `Uploaded ${dateTime(one.createdAt)}, ended ${ago(one.finishedAt)}`
      }
    >
      <Section title="Progress" lead={wordsOf(one)}>
        <Progress label="Products looked at" share={total === 0 ? 0 : done / total} />
        <p className="figures text-sm" aria-live="polite">
          {count(done)} of {count(total)} products
        </p>
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-5">
          {facts.map(([name, figure]) => (
            <div key={name}>
              <dt className="text-xs text-muted">{name}</dt>
              <dd className="figures text-lg font-semibold">{count(figure)}</dd>
            </div>
          ))}
        </dl>
        {one.status === 'done' ? (
          <Link href="/dashboard/products" className="w-fit text-sm text-act hover:underline">
            See the products
          </Link>
        ) : null}
      </Section>
      <Messages
        title="Errors"
        lead="These lines were not imported. Correct them in the file and import it again."
        messages={one.errors}
        total={one.errorCount}
      />
      <Messages
        title="Notes"
        lead="These were imported, but not quite as they stand in the file."
        messages={one.notes}
        total={one.noteCount}
      />
    </Page>
  );
}

function wordsOf({ status, progress }: Import): string {
  if (status === 'queued') return 'It waits for its turn: one file is imported at a time.';
  if (status === 'failed') return 'It was given up; the reason is below. What was imported before stays.';
  if (status === 'running') return progress.total === 0 ? 'The file is being read.' : 'It is being imported.';
  return 'All of the file was looked at.';
}

const COLUMNS: readonly Column<Message & { at: number }>[] = [
  { key: 'line', head: 'Line', isFigure: true, cell: ({ line }) => count(line) },
  {
    key: 'message',
    head: 'What it says',
    cell: ({ message }) => <span className="break-words">{message}</span>,
  },
];

function Messages({
  title,
  lead,
  messages,
  total,
}: {
  title: string;
  lead: string;
  messages: readonly Message[];
  total: number;
}) {
  if (messages.length === 0) return null;
  const rows = messages.map((message, at) => ({ ...message, at }));
  return (
    <Section title={title} lead={lead}>
      <DataTable
        label={title}
        columns={COLUMNS}
        rows={rows}
        idOf={({ at }) => String(at)}
        nameOf={({ line }) => `line ${line}`}
      />
      {total > messages.length ? (
        <p className="text-sm text-muted">
          The first {count(messages.length)} of {count(total)}.
        </p>
      ) : null}
    </Section>
  );
}
