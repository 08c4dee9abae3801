'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMember } from '@/app/(merchant)/_shell/member';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { day } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { SettingsPage } from '../settings-page';
import { InviteDialog } from './invite-dialog';
import { MemberActs } from './member-acts';
import { RoleTable } from './role-table';

type Member = Schema<'StaffMember'>;

const COLUMNS: readonly Column<Member>[] = [
  {
    key: 'name',
    head: 'Name',
    cell: ({ name, email }) => (
      <span className="grid min-w-24">
        <span>{name}</span>
        <span className="text-xs break-all text-muted">{email}</span>
      </span>
    ),
  },
  { key: 'role', head: 'Role', cell: ({ role }) => role },
  { key: 'state', head: 'State', cell: (member) => <MemberState member={member} /> },
  {
    key: 'factor',
    head: 'Second factor',
    isWideOnly: true,
    cell: ({ secondFactor }) => (secondFactor ? 'on' : <span className="text-muted">none</span>),
  },
  { key: 'since', head: 'Since', cell: ({ createdAt }) => day(createdAt), isWideOnly: true },
  {
    key: 'acts',
    head: <span className="sr-only">Change</span>,
    isFigure: true,
    cell: (member) => <MemberActs member={member} />,
  },
];

/** Who works here, who is invited, and what each role may do. */
export function People() {
  const address = useAddress();
  const [isInviting, setIsInviting] = useState(false);
  const query = { limit: 50, ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}) };
  const isOwner = useMember().role === 'owner';
  const people = useQuery({
    queryKey: ['staff', 'people', query],
    enabled: isOwner,
    queryFn: ({ signal }) => ask(api.GET('/api/admin/staff', { params: { query }, signal })),
  });
  return (
    <SettingsPage
      path="/dashboard/settings/people"
      actions={
        <Button kind="act" onClick={() => setIsInviting(true)}>
          Invite somebody
        </Button>
      }
    >
      <Loaded query={people} lines={5}>
        {({ items, nextCursor }) => (
          <>
            <DataTable
              label="People"
              columns={COLUMNS}
              rows={items}
              idOf={({ id }) => id}
              nameOf={({ name }) => name}
            />
            <Pager nextCursor={nextCursor} />
          </>
        )}
      </Loaded>
      <Section
        title="What each role may"
        lead="The API holds to this table; the dashboard shows what it allows."
      >
        <RoleTable />
      </Section>
      {isInviting ? <InviteDialog onClose={() => setIsInviting(false)} /> : null}
    </SettingsPage>
  );
}

function MemberState({ member: { disabled, invitation } }: { member: Member }) {
  if (disabled) return <Badge tone="bad">disabled</Badge>;
  if (invitation === null) return <Badge tone="good">active</Badge>;
  const { expiresAt } = invitation;
  const isGood = expiresAt !== null && Date.parse(expiresAt) > Date.now();
  return isGood ? (
    <Badge tone="busy">
      invited<span className="max-md:hidden">, until {day(expiresAt)}</span>
    </Badge>
  ) : (
    <Badge tone="warn">
      <span className="max-md:hidden">invitation </span>expired
    </Badge>
  );
}
