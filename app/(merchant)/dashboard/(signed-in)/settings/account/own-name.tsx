'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMember } from '@/app/(merchant)/_shell/member';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { Section } from '@/app/(merchant)/_ui/page';
import { useWrite } from '@/app/(merchant)/_ui/use-write';

/** What one is called here. */
export function OwnName() {
  const member = useMember();
  const [name, setName] = useState(member.name);
  const state = useWrite({
    write: (body: { name: string }) => ask(api.PATCH('/api/auth/staff/profile', { body })),
    topics: ['staff'],
    done: 'Your name is changed. Others see it at once, this page from the next visit on.',
  });
  return (
    <Section title="You">
      <Form label="Your name" state={state} onSubmit={() => state.run({ name })} verb="Save the name">
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            id="own-name"
            label="Name"
            autoComplete="name"
            maxLength={100}
            value={name}
            fault={state.faultAt('name')}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            id="own-email"
            label="E-mail"
            value={member.email}
            readOnly
            hint={`You are ${member.role === 'owner' ? 'an' : 'a'} ${member.role}.`}
          />
        </div>
      </Form>
    </Section>
  );
}
