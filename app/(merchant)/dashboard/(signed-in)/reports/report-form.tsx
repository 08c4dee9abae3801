'use client';

import { useState } from 'react';
import { Button } from '@/app/(merchant)/_ui/button';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import type { ReportFormat, ReportKind } from '@/lib/reports/model';
import type { Role } from '@/lib/staff/permissions';
import { FormatField, KindField, kindsOf } from './report-fields';
import { presets } from './report-words';

export type ReportWish = {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly from: string;
  readonly to: string;
};

type Request = {
  readonly run: (wish: ReportWish) => void;
  readonly isBusy: boolean;
  readonly faultAt: (path: string) => string | undefined;
  readonly fault: string;
  readonly hasFaults: boolean;
};

/** What the report is to show, of which days, as which file. */
export function ReportForm({ role, request }: { role: Role; request: Request }) {
  const all = presets();
  const [wish, setWish] = useState<ReportWish>({
    kind: kindsOf(role)[0] ?? 'orders',
    format: 'xlsx',
    from: all[2]?.from ?? '',
    to: all[2]?.to ?? '',
  });
  return (
    <Form label="A report" state={request} verb="Build the report" onSubmit={() => request.run(wish)}>
      <KindField
        id="report-kind"
        role={role}
        value={wish.kind}
        fault={request.faultAt('kind')}
        onChange={(kind) => setWish({ ...wish, kind })}
      />
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
      <FormatField
        id="report-format"
        value={wish.format}
        onChange={(format) => setWish({ ...wish, format })}
      />
    </Form>
  );
}
