'use client';

import type { Schema } from '@/app/(merchant)/_api/client';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { dateTime } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { differences } from './differences';
import { deedWords, SubjectLink } from './words';

/** One entry whole: who, what, and what was other before. */
export function EntryDialog({
  entry,
  onClose,
}: {
  entry: Schema<'AuditEntry'> | undefined;
  onClose: () => void;
}) {
  return (
    <Dialog isOpen={entry !== undefined} onClose={onClose} size="wide" title={deedWords(entry?.action ?? '')}>
      {entry === undefined ? null : (
        <>
          <dl className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-[7rem_1fr]">
            <dt className="text-muted">Who</dt>
            <dd className="break-all">
              {entry.actorName === null ? entry.actor : `${entry.actorName} (${entry.actor})`}
            </dd>
            <dt className="text-muted">When</dt>
            <dd>{dateTime(entry.at)}</dd>
            <dt className="text-muted">Of</dt>
            <dd>
              <SubjectLink entry={entry} />
            </dd>
            <dt className="text-muted">Id</dt>
            <dd className="break-all">
              <Link
                href={`/dashboard/audit?subject=${encodeURIComponent(entry.subject)}`}
                onClick={onClose}
                className="underline underline-offset-4"
              >
                {entry.subject}
              </Link>
            </dd>
            {entry.requestId === null ? null : (
              <>
                <dt className="text-muted">Request</dt>
                <dd className="break-all">{entry.requestId}</dd>
              </>
            )}
          </dl>
          <Differences before={entry.before} after={entry.after} />
        </>
      )}
    </Dialog>
  );
}

function Differences({ before, after }: { before: unknown; after: unknown }) {
  const rows = differences(before, after);
  if (rows.length === 0) return <p className="text-sm text-muted">Nothing more is known of it.</p>;
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-sm" aria-label="What changed">
        <thead>
          <tr className="border-b border-line text-left text-xs text-muted">
            <th scope="col" className="py-2 pr-4 font-medium">
              Field
            </th>
            <th scope="col" className="py-2 pr-4 font-medium">
              Before
            </th>
            <th scope="col" className="py-2 font-medium">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, was, is }) => (
            <tr key={path} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-4 text-left font-normal text-muted">
                {path}
              </th>
              <td className="max-w-72 py-2 pr-4 break-words whitespace-pre-wrap text-bad">{was ?? '–'}</td>
              <td className="max-w-72 py-2 break-words whitespace-pre-wrap text-good">{is ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
