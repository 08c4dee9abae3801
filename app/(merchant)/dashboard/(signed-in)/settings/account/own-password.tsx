'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { Section } from '@/app/(merchant)/_ui/page';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { LEAST_PASSWORD_LENGTH, MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';

const NONE = { currentPassword: '', newPassword: '' };

/** Another password, for whoever knows the present one. */
export function OwnPassword() {
  const [typed, setTyped] = useState(NONE);
  const state = useWrite({
    write: (body: typeof NONE) => ask(api.POST('/api/auth/staff/password', { body })),
    topics: ['staff'],
    done: 'Your password is changed, and you are signed out everywhere else.',
    onDone: () => setTyped(NONE),
  });
  const field = (name: keyof typeof NONE) => ({
    id: `own-${name}`,
    type: 'password',
    maxLength: MOST_PASSWORD_LENGTH,
    value: typed[name],
    fault: state.faultAt(name),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <Section title="Password" lead="A new one signs you out everywhere but here.">
      <Form label="Your password" state={state} onSubmit={() => state.run(typed)} verb="Change the password">
        <div className="grid gap-4 md:grid-cols-2">
          <TextField {...field('currentPassword')} label="Present password" autoComplete="current-password" />
          <TextField
            {...field('newPassword')}
            label="New password"
            autoComplete="new-password"
            hint={`At least ${LEAST_PASSWORD_LENGTH} characters. A few words are good.`}
          />
        </div>
      </Form>
    </Section>
  );
}
