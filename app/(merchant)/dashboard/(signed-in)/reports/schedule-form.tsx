'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { SelectField, TextArea } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import {
  type ReportFormat,
  type ReportKind,
  SCHEDULE_PERIODS,
  type SchedulePeriod,
} from '@/lib/reports/model';
import type { Role } from '@/lib/staff/permissions';
import { FormatField, KindField, kindsOf } from './report-fields';
import { StaffPicker } from './staff-picker';

const EVERY: Readonly<Record<SchedulePeriod, string>> = { week: 'Every week', month: 'Every month' };

const addressesIn = (text: string) => text.split(/[\s,;]+/).filter((address) => address !== '');

/** What comes by mail, how often, and to whom. */
export function ScheduleForm({ role, email, onDone }: { role: Role; email: string; onDone: () => void }) {
  const [wish, setWish] = useState<{ kind: ReportKind; format: ReportFormat; every: SchedulePeriod }>({
    kind: kindsOf(role)[0] ?? 'orders',
    format: 'pdf',
    every: 'week',
  });
  const [to, setTo] = useState(email);
  const recipients = addressesIn(to);
  const create = useWrite({
    topics: ['reports'],
    done: 'It comes by mail from now on',
    write: () => ask(api.POST('/api/admin/report-schedules', { body: { ...wish, recipients } })),
    onDone,
  });
  return (
    <Form
      label="A report by mail"
      state={create}
      verb="Send it by mail"
      onSubmit={() => create.run(undefined)}
    >
      <KindField
        id="schedule-kind"
        role={role}
        value={wish.kind}
        onChange={(kind) => setWish({ ...wish, kind })}
      />
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
        <FormatField
          id="schedule-format"
          value={wish.format}
          onChange={(format) => setWish({ ...wish, format })}
        />
      </div>
      <StaffPicker addresses={recipients} onChange={(addresses) => setTo(addresses.join(', '))} />
      <TextArea
        id="schedule-to"
        label="To"
        hint="E-mail addresses, with a comma or a line between them. Who gets it needs no account to read it."
        rows={2}
        value={to}
        fault={create.faultBelow('recipients')}
        onChange={(event) => setTo(event.target.value)}
      />
    </Form>
  );
}
