'use client';

import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { RoleField } from './role-field';

type Member = Schema<'StaffMember'>;

/** What somebody is called, and what they may. */
export function ChangeRoleDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const [typed, setTyped] = useState({ name: member.name, role: member.role });
  const state = useWrite({
    write: (body: typeof typed) =>
      ask(api.PATCH('/api/admin/staff/{id}', { params: { path: { id: member.id } }, body })),
    topics: ['staff', 'audit'],
    done: ({ name, role }) => `${name} is ${role === 'owner' ? 'an' : 'a'} ${role}.`,
    onDone: onClose,
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={member.name}
      lead="Another role signs them out everywhere, so that nothing open still acts in the old one."
    >
      <Form label="Role and name" state={state} onSubmit={() => state.run(typed)} verb="Save">
        <TextField
          id="member-name"
          label="Name"
          maxLength={100}
          value={typed.name}
          fault={state.faultAt('name')}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
        <RoleField
          id="member-role"
          value={typed.role}
          fault={state.faultAt('role')}
          onChange={(role) => setTyped({ ...typed, role })}
        />
      </Form>
    </Dialog>
  );
}
