'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/app/(merchant)/_ui/button';
import { DialogActions } from '@/app/(merchant)/_ui/dialog';
import { SelectField, TextField } from '@/app/(merchant)/_ui/field';
import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat, type ReportKind } from '@/lib/reports/model';
import { isAllowed, type Permission, type Role } from '@/lib/staff/permissions';
import { FORMAT_WORDS, KIND_WORDS, presets } from './report-words';

export type ReportWish = {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly from: string;
  readonly to: string;
};

const SHOWS: Readonly<Record<ReportKind, Permission>> = {
  sales: 'sales:read',
  orders: 'orders:read',
  inventory: 'products:read',
  customers: 'customers:read',
};

/** The kinds that a role may see elsewhere, which are those that it may have as a report. */
export const kindsOf = (role: Role) => REPORT_KINDS.filter((kind) => isAllowed(role, SHOWS[kind]));

type Request = {
  readonly run: (wish: ReportWish) => void;
  readonly isBusy: boolean;
  readonly faultAt: (path: string) => string | undefined;
  readonly fault: string;
};

/** What the report is to show, of which days, as which file. */
export function ReportForm({ role, request }: { role: Role; request: Request }) {
  const kinds = kindsOf(role);
  const all = presets();
  const [wish, setWish] = useState<ReportWish>({
    kind: kinds[0] ?? 'orders',
    format: 'xlsx',
    from: all[2]?.from ?? '',
    to: all[2]?.to ?? '',
  });

  function send(event: FormEvent) {
    event.preventDefault();
    request.run(wish);
  }

  return (
    <form onSubmit={send} className="grid gap-4">
      <SelectField
        id="report-kind"
        label="What"
        value={wish.kind}
        fault={request.faultAt('kind')}
        onChange={(event) => setWish({ ...wish, kind: event.target.value as ReportKind })}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_WORDS[kind]}
          </option>
        ))}
      </SelectField>
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="mb-1 text-sm font-medium">Days</legend>
        {all.map(({ label, from, to }) => (
          <Button
            key={label}
            aria-pressed={wish.from === from && wish.to === to}
            className="aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
            onClick={() => setWish({ ...wish, from, to })}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="report-from"
          label="First day"
          type="date"
          required
          value={wish.from}
          fault={request.faultAt('from')}
          onChange={(event) => setWish({ ...wish, from: event.target.value })}
        />
        <TextField
          id="report-to"
          label="Last day"
          type="date"
          required
          value={wish.to}
          fault={request.faultAt('to')}
          onChange={(event) => setWish({ ...wish, to: event.target.value })}
        />
      </div>
      <SelectField
        id="report-format"
        label="File"
        value={wish.format}
        onChange={(event) => setWish({ ...wish, format: event.target.value as ReportFormat })}
      >
        {REPORT_FORMATS.map((format) => (
          <option key={format} value={format}>
            {FORMAT_WORDS[format]}
          </option>
        ))}
      </SelectField>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {request.fault}
      </p>
      <DialogActions>
        <Button kind="act" type="submit" isBusy={request.isBusy}>
          Build the report
        </Button>
      </DialogActions>
    </form>
  );
}
