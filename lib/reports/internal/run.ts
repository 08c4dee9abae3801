import { query } from '@/db/client';
import { type ReportId, toUuid } from '@/lib/kernel/ids';
import { MEDIA_TYPES, type ReportFormat, type ReportKind, type ReportStatus } from '../model';
import type { Heading } from './formats/format';
import { type Scope, toMoment } from './scope';
import { SOURCES } from './sources/sources';
import { zonedTime } from './zoned-time';

/** Where the next step goes on. Null before the first one. */
export type State =
  | {
      readonly phase: 'gather';
      readonly index: number;
      readonly after: string;
      readonly chunks: number;
      readonly bytes: number;
      readonly written: unknown;
    }
  | {
      readonly phase: 'rows';
      readonly cursor: string | null;
      readonly chunks: number;
      readonly bytes: number;
      readonly written: unknown;
    }
  | { readonly phase: 'file' };

/** A report as its builder knows it. */
export type Run = {
  readonly id: ReportId;
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly status: ReportStatus;
  readonly step: number;
  readonly done: number;
  readonly total: number;
  readonly state: State | null;
  readonly draftId: string;
  readonly scope: Scope;
  readonly heading: Heading;
};

type Row = {
  kind: ReportKind;
  format: ReportFormat;
  status: ReportStatus;
  step: number;
  done: string;
  total: string;
  state: string | null;
  draft_id: string;
  time_zone: string;
  from_day: string;
  to_day: string;
  moments: string;
  shop: string;
  currency: string;
};

const TITLES: Readonly<Record<ReportKind, string>> = {
  sales: 'Sales',
  orders: 'Orders',
  inventory: 'Inventory',
  customers: 'Customers',
};

/** The report as it stands, null if there is none. */
export async function readRun(id: ReportId): Promise<Run | null> {
  const [row] = await query<Row>(
    'read_report_run',
    `select r.kind, r.format, r.status, r.step, r.done::text, r.total::text, r.state::text, r.draft_id::text, r.time_zone,
       r.from_day::text, r.to_day::text, s.name as shop, s.currency,
       json_build_array(starts_at, ends_at, as_of)::text as moments
     from reports r cross join shop_settings s where r.id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  const [starts, ends, asOf] = (JSON.parse(row.moments) as [string, string, string]).map(toMoment);
  if (starts === undefined || ends === undefined || asOf === undefined)
    throw new TypeError('A report lacks its moments.');
  const writeTime = zonedTime(row.time_zone);
  return {
    id,
    kind: row.kind,
    format: row.format,
    status: row.status,
    step: row.step,
    done: Number(row.done),
    total: Number(row.total),
    state: row.state === null ? null : (JSON.parse(row.state) as State | null),
    draftId: row.draft_id,
    scope: {
      reportId: toUuid(id),
      timeZone: row.time_zone,
      currency: row.currency,
      starts,
      ends,
      asOf,
    },
    heading: {
      title: TITLES[row.kind],
      facts: [
        ['Shop', row.shop],
        ['From', row.from_day],
        ['To', row.to_day],
        ['Time zone', row.time_zone],
        ['As of', writeTime(asOf.ms)],
      ],
      columns: SOURCES[row.kind].columns,
      chart: SOURCES[row.kind].chart,
      writeTime,
    },
  };
}

/** What its file is called in the shop's files. */
export const fileOf = ({ id, format }: Run) => ({
  name: `reports/${id}.${format}`,
  mediaType: MEDIA_TYPES[format],
  isPublic: false,
});
