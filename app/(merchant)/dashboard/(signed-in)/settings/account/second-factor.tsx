'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { day } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { CodeDialog } from './code-dialog';
import { RecoveryCodes } from './recovery-codes';
import { SetUpSecondFactor } from './set-up-second-factor';

type Open = 'set-up' | 'remove' | 'renew' | null;

/** How it stands with one's second factor, and what can be done about it. */
export function SecondFactor() {
  const factor = useQuery({
    queryKey: ['staff', 'second-factor'],
    queryFn: ({ signal }) => ask(api.GET('/api/auth/staff/second-factor', { signal })),
  });
  const [open, setOpen] = useState<Open>(null);
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => setOpen(null);

  return (
    <Section
      title="Second factor"
      lead="A code from an app on your phone, besides the password. Who learns your password still cannot sign in."
    >
      <Loaded query={factor} lines={2}>
        {({ setAt, recoveryCodesLeft }) =>
          setAt === null ? (
            <div className="flex flex-wrap items-center justify-between gap-3">
              <Badge tone="warn">not set up</Badge>
              <Button kind="act" onClick={() => setOpen('set-up')}>
                Set up a second factor
              </Button>
            </div>
          ) : (
            <div className="flex flex-wrap items-center gap-3 text-sm">
              <Badge tone="good">on since {day(setAt)}</Badge>
              <span className={recoveryCodesLeft < 3 ? 'text-warn' : 'text-muted'}>
                {recoveryCodesLeft} recovery {recoveryCodesLeft === 1 ? 'code' : 'codes'} left
              </span>
              <span className="ml-auto flex flex-wrap gap-2">
                <Button onClick={() => setOpen('renew')}>New recovery codes</Button>
                <Button onClick={() => setOpen('remove')}>Remove it</Button>
              </span>
            </div>
          )
        }
      </Loaded>
      {open === 'set-up' ? (
        <SetUpSecondFactor
          onClose={close}
          onSet={(recoveryCodes) => {
            close();
            setCodes(recoveryCodes);
          }}
        />
      ) : null}
      {open === 'remove' ? (
        <CodeDialog
          title="Remove the second factor?"
          lead="Your password alone will sign you in again."
          verb="Remove it"
          done="Your second factor is removed."
          send={(code) => ask(api.POST('/api/auth/staff/second-factor/remove', { body: { code } }))}
          onClose={close}
          onDone={close}
        />
      ) : null}
      {open === 'renew' ? (
        <CodeDialog
          title="New recovery codes"
          lead="Those that you have are none any more."
          verb="Give me new ones"
          send={(code) => ask(api.POST('/api/auth/staff/second-factor/recovery-codes', { body: { code } }))}
          onClose={close}
          onDone={({ recoveryCodes }) => {
            close();
            setCodes(recoveryCodes);
          }}
        />
      ) : null}
      {codes === undefined ? null : <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </Section>
  );
}
