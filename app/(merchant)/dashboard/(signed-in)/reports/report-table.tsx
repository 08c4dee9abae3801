import { Download, RotateCw } from 'lucide-react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import { Button, buttonClass } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, count, dateTime, days, percent } from '@/app/(merchant)/_ui/format';
import { KIND_WORDS } from './report-words';

type Report = Schema<'Report'>;

const TONES: Readonly<Record<Report['status'], Tone>> = {
  queued: 'neutral',
  running: 'busy',
  done: 'good',
  failed: 'bad',
};

const columnsOf = (again: ((report: Report) => void) | undefined): readonly Column<Report>[] => [
  {
    key: 'what',
    head: 'Report',
    cell: (report) => (
      <>
        <span className="whitespace-nowrap font-medium">{KIND_WORDS[report.kind]}</span>
        <span className="block whitespace-nowrap text-xs text-muted">{days(report.from, report.to)}</span>
      </>
    ),
  },
  { key: 'file', head: 'File', cell: ({ format }) => format.toUpperCase(), isWideOnly: true },
  { key: 'status', head: 'Status', cell: (report) => <Progress report={report} /> },
  {
    key: 'asked',
    head: 'Asked for',
    isWideOnly: true,
    cell: ({ createdAt }) => (
      <time dateTime={createdAt} title={dateTime(createdAt)}>
        {ago(createdAt)}
      </time>
    ),
  },
  {
    key: 'act',
    head: <span className="sr-only">Actions</span>,
    isFigure: true,
    cell: (report) => <Act report={report} again={again} />,
  },
];

/** Reports with how far they are; the pulse keeps it true. */
export function ReportTable({
  reports,
  again,
}: {
  reports: readonly Report[];
  again: ((report: Report) => void) | undefined;
}) {
  return (
    <DataTable
      label="Reports"
      columns={columnsOf(again)}
      rows={reports}
      idOf={({ id }) => id}
      nameOf={({ kind, from, to }) => `${KIND_WORDS[kind]}, ${days(from, to)}`}
    />
  );
}

function Progress({ report: { status, progress, failure } }: { report: Report }) {
  const { done, total } = progress;
  const share = total === 0 ? 0 : done / total;
  return (
    <div className="grid gap-1">
      <span>
        <Badge tone={TONES[status]}>
          {status === 'running' && total > 0 ? `${percent(Math.floor(share * 100) / 100)} built` : status}
        </Badge>
      </span>
      {status === 'running' ? (
        <progress
          className="h-1.5 w-full max-w-40 accent-act"
          aria-label="Rows that were read"
          value={done}
          max={Math.max(1, total)}
        />
      ) : null}
      {status === 'running' && total > 0 ? (
        <span className="figures text-xs text-muted">
          {count(done)} of {count(total)} rows
        </span>
      ) : null}
      {failure ? <span className="max-w-[48ch] text-xs text-bad">{failure}</span> : null}
    </div>
  );
}

function Act({ report, again }: { report: Report; again: ((report: Report) => void) | undefined }) {
  if (report.downloadUrl) {
    return (
      <a href={report.downloadUrl} download className={buttonClass('plain')}>
        <Download aria-hidden /> <span className="max-sm:sr-only">Download</span>
      </a>
    );
  }
  return report.status === 'failed' && again ? (
    <Button onClick={() => again(report)}>
      <RotateCw aria-hidden /> <span className="max-sm:sr-only">Try again</span>
    </Button>
  ) : null;
}
