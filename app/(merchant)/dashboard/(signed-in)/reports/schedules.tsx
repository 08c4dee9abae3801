'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay, useMember } from '@/app/(merchant)/_shell/member';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { ago, days } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { KIND_WORDS } from './report-words';
import { ScheduleForm } from './schedule-form';

type Schedule = Schema<'ReportSchedule'>;

const LABEL = {
  week: 'Every Monday, of the week before',
  month: 'On the first, of the month before',
} as const;

/** Reports that come by mail, weekly or monthly. */
export function Schedules() {
  const mayWrite = useMay('reports:write');
  const { role, email } = useMember();
  const [isOpen, setIsOpen] = useState(false);
  const schedules = useQuery({
    queryKey: ['reports', 'schedules'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/report-schedules', { signal })),
  });
  return (
    <Section
      title="By mail"
      lead="Of each week or month that has ended, by the shop’s clock, with the file attached."
      actions={mayWrite ? <Button onClick={() => setIsOpen(true)}>Add a schedule</Button> : null}
    >
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title="A report by mail">
        <ScheduleForm role={role} email={email} onDone={() => setIsOpen(false)} />
      </Dialog>
      <Loaded query={schedules} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-sm text-muted">None yet: nobody is sent reports.</p>
          ) : (
            <DataTable
              label="Reports by mail"
              columns={columnsOf(mayWrite)}
              rows={items}
              idOf={({ id }) => id}
              nameOf={({ kind }) => KIND_WORDS[kind]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

const columnsOf = (mayWrite: boolean): readonly Column<Schedule>[] => [
  {
    key: 'what',
    head: 'Report',
    cell: ({ kind, format, every }) => (
      <>
        <span className="font-medium">
          {KIND_WORDS[kind]}, {format.toUpperCase()}
        </span>
        <span className="block text-xs text-muted">{LABEL[every]}</span>
      </>
    ),
  },
  { key: 'to', head: 'To', cell: ({ recipients }) => recipients.join(', '), isWideOnly: true },
  {
    key: 'next',
    head: 'Next',
    cell: ({ enabled, nextOn, lastSentAt }) => (
      <>
        {enabled ? days(nextOn, nextOn) : <Badge>paused</Badge>}
        {lastSentAt === null ? null : (
          <span className="block text-xs text-muted">last {ago(lastSentAt)}</span>
        )}
      </>
    ),
  },
  ...(mayWrite
    ? [
        {
          key: 'act',
          head: <span className="sr-only">Actions</span>,
          cell: (schedule: Schedule) => <ScheduleActions schedule={schedule} />,
        },
      ]
    : []),
];

function ScheduleActions({ schedule: { id, enabled, kind } }: { schedule: Schedule }) {
  const params = { path: { id } };
  const pause = useWrite({
    topics: ['reports'],
    done: enabled ? 'It is paused' : 'It comes again',
    write: () => ask(api.PATCH('/api/admin/report-schedules/{id}', { params, body: { enabled: !enabled } })),
  });
  const remove = useWrite({
    topics: ['reports'],
    done: 'It comes no more',
    write: () => ask(api.DELETE('/api/admin/report-schedules/{id}', { params })),
  });
  return (
    <div className="flex flex-wrap justify-end gap-1">
      <Button kind="quiet" isBusy={pause.isBusy} onClick={() => pause.run(undefined)}>
        {enabled ? 'Pause' : 'Resume'}
      </Button>
      <Confirm
        kind="quiet"
        label="Remove"
        title="Remove this schedule?"
        verb="Remove it"
        onConfirm={async () => remove.run(undefined)}
      >
        <p>{KIND_WORDS[kind]} is not sent any more. Reports that were sent stay where they are.</p>
      </Confirm>
    </div>
  );
}
