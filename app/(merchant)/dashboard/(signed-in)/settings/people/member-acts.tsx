'use client';

import { useQueryClient } from '@tanstack/react-query';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMember } from '@/app/(merchant)/_shell/member';
import { ConfirmDialog } from '@/app/(merchant)/_ui/confirm';
import { Menu, type MenuItem } from '@/app/(merchant)/_ui/menu';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { ChangeRoleDialog } from './change-role-dialog';
import { InvitationLink } from './invitation-link';

type Member = Schema<'StaffMember'>;
type Open = 'role' | 'disable' | 'remove' | 'reset' | null;

/** What can be done about a member: their role, their invitation, their access. */
export function MemberActs({ member }: { member: Member }) {
  const { id, name, disabled, invitation, secondFactor } = member;
  const me = useMember();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [open, setOpen] = useState<Open>(null);
  const [link, setLink] = useState<string>();
  const path = { params: { path: { id } } };
  const close = () => setOpen(null);
  const isInvited = invitation !== null;

  const invite = useWrite({
    write: () => ask(api.POST('/api/admin/staff/{id}/invitation', path)),
    topics: ['staff', 'audit'],
    onDone: ({ invitationUrl }) => setLink(invitationUrl ?? ''),
  });
  async function act(work: Promise<unknown>, done: string) {
    await work;
    await queries.invalidateQueries({ queryKey: ['staff'] });
    toasts.done(done);
  }
  const change = (body: { disabled: boolean }, done: string) =>
    act(ask(api.PATCH('/api/admin/staff/{id}', { ...path, body })), done);

  const items: MenuItem[] = [
    { label: 'Change role or name', onSelect: () => setOpen('role') },
    ...(isInvited && !disabled
      ? [{ label: 'Send the invitation again', onSelect: () => invite.run(undefined) }]
      : []),
    ...(secondFactor ? [{ label: 'Reset the second factor', onSelect: () => setOpen('reset') }] : []),
    disabled
      ? {
          label: 'Let them in again',
          onSelect: () => void change({ disabled: false }, `${name} may sign in again.`).catch(toasts.failed),
        }
      : { label: 'Disable', onSelect: () => setOpen('disable') },
    {
      label: isInvited ? 'Withdraw the invitation' : 'Remove',
      onSelect: () => setOpen('remove'),
      isDanger: true,
    },
  ];
  return (
    <>
      <Menu label={`What can be done about ${name}`} items={items}>
        <MoreHorizontal aria-hidden />
      </Menu>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {invite.fault}
      </p>
      {open === 'role' ? <ChangeRoleDialog member={member} onClose={close} /> : null}
      <ConfirmDialog
        isOpen={open === 'disable'}
        onClose={close}
        title={`Disable ${name}?`}
        verb="Disable"
        onConfirm={() => change({ disabled: true }, `${name} may not sign in any more.`)}
      >
        <p>
          They are signed out everywhere at once and cannot sign in until you let them. Nothing of theirs is
          lost.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={open === 'reset'}
        onClose={close}
        title={`Reset the second factor of ${name}?`}
        verb="Reset it"
        onConfirm={() =>
          act(
            ask(api.DELETE('/api/admin/staff/{id}/second-factor', path)),
            `${name} signs in with the password alone, and can set up another second factor.`,
          )
        }
      >
        <p>
          For somebody who lost the app and the recovery codes. Make sure that it is them who ask. They are
          signed out everywhere, and their password alone signs them in until they set up another.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={open === 'remove'}
        onClose={close}
        title={isInvited ? `Withdraw the invitation of ${name}?` : `Remove ${name}?`}
        verb={isInvited ? 'Withdraw it' : 'Remove'}
        onConfirm={() =>
          act(
            ask(api.DELETE('/api/admin/staff/{id}', path)),
            isInvited ? `${name} is not invited any more.` : `${name} is removed.`,
          )
        }
      >
        {isInvited ? (
          <p>The link in the mail opens nothing any more.</p>
        ) : (
          <p>
            {id === me.id ? 'That is you: you are signed out at once. ' : ''}Their account is gone and they
            are signed out everywhere. What they did stays in the audit log.
          </p>
        )}
      </ConfirmDialog>
      {link === undefined ? null : (
        <InvitationLink name={name} url={link} onClose={() => setLink(undefined)} />
      )}
    </>
  );
}
