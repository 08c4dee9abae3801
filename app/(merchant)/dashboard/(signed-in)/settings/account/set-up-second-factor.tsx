'use client';

import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { CodeField } from './code-field';
import { QrCode } from './qr-code';

type Offer = Schema<'SecondFactorOffer'>;

/** The way to a second factor: the password, then the app, then a code of it. */
export function SetUpSecondFactor({
  onClose,
  onSet,
}: {
  onClose: () => void;
  onSet: (recoveryCodes: readonly string[]) => void;
}) {
  const [offer, setOffer] = useState<Offer>();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Set up a second factor"
      lead={
        offer === undefined
          ? 'First your password, so that nobody does this in a browser that you left open.'
          : 'Scan the picture with an authenticator app, or give it the key; then type the code that it shows.'
      }
    >
      {offer === undefined ? <AskPassword onOffer={setOffer} /> : <ConfirmCode offer={offer} onSet={onSet} />}
    </Dialog>
  );
}

function AskPassword({ onOffer }: { onOffer: (offer: Offer) => void }) {
  const [password, setPassword] = useState('');
  const state = useWrite({
    write: (body: { password: string }) => ask(api.POST('/api/auth/staff/second-factor', { body })),
    topics: [],
    onDone: onOffer,
  });
  return (
    <Form label="Your password" state={state} onSubmit={() => state.run({ password })} verb="Go on">
      <TextField
        id="second-factor-password"
        type="password"
        label="Your password"
        autoComplete="current-password"
        value={password}
        fault={state.faultAt('password')}
        onChange={(event) => setPassword(event.target.value)}
      />
    </Form>
  );
}

function ConfirmCode({ offer, onSet }: { offer: Offer; onSet: (recoveryCodes: readonly string[]) => void }) {
  const [code, setCode] = useState('');
  const state = useWrite({
    write: (body: { code: string }) => ask(api.POST('/api/auth/staff/second-factor/confirm', { body })),
    topics: ['staff'],
    done: 'Your second factor is set up. Signing in takes a code from now on.',
    onDone: ({ recoveryCodes }) => onSet(recoveryCodes),
  });
  return (
    <Form label="A code of the app" state={state} onSubmit={() => state.run({ code })} verb="Set it up">
      <div className="grid gap-4 sm:grid-cols-[auto_1fr]">
        <QrCode text={offer.uri} label="QR code for an authenticator app; the key beside it says the same" />
        <div className="grid content-start gap-1 text-sm">
          <p className="font-medium">Key, to be typed</p>
          <code className="break-all select-all">{(offer.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
        </div>
      </div>
      <CodeField
        value={code}
        onChange={setCode}
        fault={state.faultAt('code')}
        hint="Six digits, another every 30 seconds."
      />
    </Form>
  );
}
