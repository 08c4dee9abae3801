'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { SelectField, TextArea } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import {
  REPORT_FORMATS,
  type ReportFormat,
  type ReportKind,
  SCHEDULE_PERIODS,
  type SchedulePeriod,
} from '@/lib/reports/model';
import type { Role } from '@/lib/staff/permissions';
import { kindsOf } from './report-form';
import { FORMAT_WORDS, KIND_WORDS } from './report-words';

const EVERY: Readonly<Record<SchedulePeriod, string>> = { week: 'Every week', month: 'Every month' };

/** What comes by mail, how often, and to whom. */
export function ScheduleForm({ role, email, onDone }: { role: Role; email: string; onDone: () => void }) {
  const kinds = kindsOf(role);
  const [wish, setWish] = useState<{ kind: ReportKind; format: ReportFormat; every: SchedulePeriod }>({
    kind: kinds[0] ?? 'orders',
    format: 'pdf',
    every: 'week',
  });
  const [to, setTo] = useState(email);
  const create = useWrite({
    topics: ['reports'],
    done: 'It comes by mail from now on',
    write: () =>
      ask(
        api.POST('/api/admin/report-schedules', {
          body: { ...wish, recipients: to.split(/[\s,;]+/).filter((address) => address !== '') },
        }),
      ),
    onDone,
  });
  return (
    <Form
      label="A report by mail"
      state={create}
      verb="Send it by mail"
      onSubmit={() => create.run(undefined)}
    >
      <SelectField
        id="schedule-kind"
        label="What"
        value={wish.kind}
        onChange={(event) => setWish({ ...wish, kind: event.target.value as ReportKind })}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_WORDS[kind]}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          id="schedule-every"
          label="How often"
          value={wish.every}
          onChange={(event) => setWish({ ...wish, every: event.target.value as SchedulePeriod })}
        >
          {SCHEDULE_PERIODS.map((every) => (
            <option key={every} value={every}>
              {EVERY[every]}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="schedule-format"
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
      </div>
      <TextArea
        id="schedule-to"
        label="To"
        hint="E-mail addresses, of staff or of others, with a comma or a line between them. They need no account to read it."
        rows={3}
        value={to}
        fault={create.faultBelow('recipients')}
        onChange={(event) => setTo(event.target.value)}
      />
    </Form>
  );
}
