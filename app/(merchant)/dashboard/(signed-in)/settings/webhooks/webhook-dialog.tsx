'use client';

import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { CheckField, TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { WEBHOOK_EVENTS, type WebhookEvent } from '@/lib/webhooks/model';
import { SecretDialog } from './secret-dialog';

type Webhook = Schema<'Webhook'>;
type Typed = { url: string; events: WebhookEvent[] };

/** An address, and what it is told of. A new one shows its secret, this once. */
export function WebhookDialog({ webhook, onClose }: { webhook: Webhook | null; onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>({
    url: webhook?.url ?? '',
    events: WEBHOOK_EVENTS.filter((event) => webhook?.events.includes(event)),
  });
  const [secret, setSecret] = useState<string>();
  const state = useWrite({
    write: async (body: Typed) => {
      if (webhook === null) return (await ask(api.POST('/api/admin/webhooks', { body }))).secret;
      await ask(api.PATCH('/api/admin/webhooks/{id}', { params: { path: { id: webhook.id } }, body }));
      return null;
    },
    topics: ['webhooks', 'audit'],
    done: webhook === null ? 'The webhook is added.' : 'The webhook is saved.',
    onDone: (made) => (made === null ? onClose() : setSecret(made)),
  });
  if (secret !== undefined) return <SecretDialog secret={secret} onClose={onClose} />;
  const toggle = (event: WebhookEvent) =>
    setTyped({
      ...typed,
      events: typed.events.includes(event)
        ? typed.events.filter((other) => other !== event)
        : [...typed.events, event],
    });
  return (
    <Dialog isOpen onClose={onClose} title={webhook === null ? 'A new webhook' : 'Webhook'}>
      <Form
        label="Webhook"
        state={state}
        onSubmit={() => state.run(typed)}
        verb={webhook === null ? 'Add the webhook' : 'Save the webhook'}
      >
        <TextField
          id="webhook-url"
          label="Address"
          type="url"
          placeholder="https://shop-tools.example/doorbuster"
          value={typed.url}
          maxLength={2_000}
          fault={state.faultAt('url')}
          hint="https, at a named host of the public web."
          onChange={(event) => setTyped({ ...typed, url: event.target.value })}
        />
        <fieldset className="grid gap-1">
          <legend className="pb-1 text-sm font-medium">Is told of</legend>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {WEBHOOK_EVENTS.map((event) => (
              <CheckField
                key={event}
                id={`event-${event}`}
                label={event}
                checked={typed.events.includes(event)}
                onChange={() => toggle(event)}
              />
            ))}
          </div>
          <Button
            kind="quiet"
            className="justify-self-start"
            onClick={() => setTyped({ ...typed, events: [...WEBHOOK_EVENTS] })}
          >
            All of them
          </Button>
          {state.faultBelow('events') ? <p className="text-sm text-bad">Choose at least one event.</p> : null}
        </fieldset>
      </Form>
    </Dialog>
  );
}
