'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { Once } from '@/app/(merchant)/_ui/once';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import type { Role } from '@/lib/staff/permissions';
import { RoleField } from '../people/role-field';

/** Makes a key and shows it, this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [key, setKey] = useState<string>();
  const state = useWrite({
    write: (body: { name: string; role: Role }) => ask(api.POST('/api/admin/api-keys', { body })),
    topics: ['staff', 'audit'],
    onDone: (made) => setKey(made.key),
  });
  if (key !== undefined) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={name}
        lead="Keep it where your program finds it: it is not shown again. Who has it acts as the shop."
      >
        <Once label="API key" value={key} />
        <DialogActions>
          <Button kind="act" onClick={onClose}>
            I have kept it
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title="A new API key">
      <Form label="API key" state={state} onSubmit={() => state.run({ name, role })} verb="Make the key">
        <TextField
          id="key-name"
          label="Name"
          maxLength={100}
          placeholder="Warehouse"
          value={name}
          fault={state.faultAt('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <RoleField id="key-role" value={role} onChange={setRole} fault={state.faultAt('role')} />
      </Form>
    </Dialog>
  );
}
