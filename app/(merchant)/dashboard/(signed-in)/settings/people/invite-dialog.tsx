'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import type { Role } from '@/lib/staff/permissions';
import { InvitationLink } from './invitation-link';
import { RoleField } from './role-field';

type Invited = { readonly name: string; readonly url: string };

/** Takes somebody on: they choose their own password by the link that is mailed to them. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState({ name: '', email: '', role: 'support' as Role });
  const [invited, setInvited] = useState<Invited>();
  const state = useWrite({
    write: (body: typeof typed) => ask(api.POST('/api/admin/staff', { body })),
    topics: ['staff', 'audit'],
    done: ({ name }) => `${name} is invited.`,
    onDone: ({ name, invitationUrl }) => setInvited({ name, url: invitationUrl ?? '' }),
  });
  if (invited !== undefined) return <InvitationLink {...invited} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Invite somebody"
      lead="They get a mail with a link, good for a week, and choose their own password."
    >
      <Form label="Invitation" state={state} onSubmit={() => state.run(typed)} verb="Send the invitation">
        <TextField
          id="invite-name"
          label="Name"
          maxLength={100}
          value={typed.name}
          fault={state.faultAt('name')}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
        <TextField
          id="invite-email"
          label="E-mail"
          type="email"
          maxLength={254}
          value={typed.email}
          fault={state.faultAt('email')}
          onChange={(event) => setTyped({ ...typed, email: event.target.value })}
        />
        <RoleField
          id="invite-role"
          value={typed.role}
          fault={state.faultAt('role')}
          onChange={(role) => setTyped({ ...typed, role })}
        />
      </Form>
    </Dialog>
  );
}
