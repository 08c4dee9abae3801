'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, dateTime } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useWrite } from '@/app/(merchant)/_ui/use-write';

type Session = Schema<'OwnSessions'>['items'][number];

/** Where one is signed in, and the way out of each. */
export function OwnSessions() {
  const sessions = useQuery({
    queryKey: ['staff', 'own-sessions'],
    queryFn: ({ signal }) => ask(api.GET('/api/auth/staff/sessions', { signal })),
  });
  const end = useWrite({
    write: ({ id }: Session) =>
      ask(api.DELETE('/api/auth/staff/sessions/{id}', { params: { path: { id } } })),
    topics: ['staff'],
    done: (_, { device }) => `${device} is signed out.`,
  });
  const columns: readonly Column<Session>[] = [
    {
      key: 'device',
      head: 'Browser',
      cell: ({ device, isCurrent }) => (
        <span className="flex flex-wrap items-center gap-2">
          {device} {isCurrent ? <Badge tone="good">this one</Badge> : null}
        </span>
      ),
    },
    { key: 'network', head: 'Network', cell: ({ network }) => network, isWideOnly: true },
    { key: 'began', head: 'Signed in', cell: ({ beganAt }) => dateTime(beganAt), isWideOnly: true },
    { key: 'seen', head: 'Last used', cell: ({ seenAt }) => ago(seenAt) },
    {
      key: 'end',
      head: <span className="sr-only">Sign out</span>,
      isFigure: true,
      cell: (session) =>
        session.isCurrent ? null : (
          <Button kind="quiet" isBusy={end.isBusy} onClick={() => end.run(session)}>
            Sign out<span className="sr-only"> of {session.device}</span>
          </Button>
        ),
    },
  ];
  return (
    <Section
      title="Where you are signed in"
      lead="Four hours unused end a session, and a day does in any case. The network is told coarsely."
      actions={<EndOthers />}
    >
      <p role="alert" className="text-sm text-bad empty:hidden">
        {end.fault}
      </p>
      <Loaded query={sessions} lines={3}>
        {({ items }) => (
          <DataTable
            label="Where you are signed in"
            columns={columns}
            rows={items}
            idOf={({ id }) => id}
            nameOf={({ device }) => device}
          />
        )}
      </Loaded>
    </Section>
  );
}

function EndOthers() {
  const queries = useQueryClient();
  const toasts = useToasts();
  async function end() {
    const { ended } = await ask(api.DELETE('/api/auth/staff/sessions'));
    await queries.invalidateQueries({ queryKey: ['staff'] });
    toasts.done(ended === 1 ? 'One other browser is signed out.' : `${ended} other browsers are signed out.`);
  }
  return (
    <Confirm
      label="Sign out everywhere else"
      title="Sign out everywhere else?"
      verb="Sign out the others"
      onConfirm={end}
    >
      <p>Every other browser asks for your password again. Nothing that was saved there is lost.</p>
    </Confirm>
  );
}
