'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { dateTime } from '@/app/(merchant)/_ui/format';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { DeliveryLog } from './delivery-log';
import { SecretDialog } from './secret-dialog';
import { WebhookDialog } from './webhook-dialog';
import { WebhookState } from './webhook-state';

type Webhook = Schema<'Webhook'>;

const LIST = '/dashboard/settings/webhooks';

/** One address: what it is told of, how it stands, and everything that was sent there. */
export function WebhookDetail() {
  const { id } = useParams<{ id: string }>();
  const webhook = useQuery({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/webhooks/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <Page
      title={webhook.data ? new URL(webhook.data.url).host : 'Webhook'}
      parent={{ href: LIST, label: 'Webhooks' }}
      aside={webhook.data ? <WebhookState webhook={webhook.data} /> : null}
      actions={webhook.data ? <Acts webhook={webhook.data} /> : null}
    >
      <Loaded query={webhook} lines={4}>
        {({ url, events, createdAt, enabled, disabledAt }) => (
          <>
            {enabled ? null : (
              <p role="status" className="rounded-md border border-warn p-4 text-sm">
                {disabledAt === null
                  ? 'It is switched off: nothing is sent, and nothing is written down for later.'
                  : `The shop switched it off on ${dateTime(disabledAt)}, because nothing had arrived for three days or it was answered that the address is gone. Switch it on once it works, then send again what it missed.`}
              </p>
            )}
            <Section title="Where and what">
              <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[8rem_1fr]">
                <dt className="text-muted">Address</dt>
                <dd className="break-all">{url}</dd>
                <dt className="text-muted">Is told of</dt>
                <dd>{events.join(', ')}</dd>
                <dt className="text-muted">Added</dt>
                <dd>{dateTime(createdAt)}</dd>
              </dl>
            </Section>
          </>
        )}
      </Loaded>
      <DeliveryLog endpoint={id} isEnabled={webhook.data?.enabled ?? false} />
    </Page>
  );
}

function Acts({ webhook }: { webhook: Webhook }) {
  const { id, enabled, url } = webhook;
  const mayWrite = useMay('webhooks:write');
  const router = useRouter();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isEdited, setIsEdited] = useState(false);
  const [secret, setSecret] = useState<string>();
  const path = { params: { path: { id } } };
  const topics = ['webhooks', 'audit'];
  const ping = useWrite({
    write: () => ask(api.POST('/api/admin/webhooks/{id}/ping', path)),
    topics,
    done: 'A test event is on its way.',
  });
  const turn = useWrite({
    write: (body: { enabled: boolean }) => ask(api.PATCH('/api/admin/webhooks/{id}', { ...path, body })),
    topics,
    done: (_, input) => (input.enabled ? 'It is switched on.' : 'It is switched off.'),
  });
  if (!mayWrite) return null;
  return (
    <>
      {enabled ? (
        <Button isBusy={ping.isBusy} onClick={() => ping.run(undefined)}>
          Send a test event
        </Button>
      ) : null}
      <Button isBusy={turn.isBusy} onClick={() => turn.run({ enabled: !enabled })}>
        {enabled ? 'Switch off' : 'Switch on'}
      </Button>
      <Confirm
        label="New secret"
        title="A new signing secret?"
        verb="Give me a new secret"
        isDanger={false}
        onConfirm={async () =>
          setSecret((await ask(api.POST('/api/admin/webhooks/{id}/secret', path))).secret)
        }
      >
        <p>
          For a day messages are signed with both, the old one and the new one, so that you can change over.
        </p>
      </Confirm>
      <Button onClick={() => setIsEdited(true)}>Edit</Button>
      <Confirm
        label="Remove"
        title="Remove the webhook?"
        verb="Remove the webhook"
        onConfirm={async () => {
          await ask(api.DELETE('/api/admin/webhooks/{id}', path));
          router.replace(LIST);
          await queries.invalidateQueries({ queryKey: ['webhooks'] });
          toasts.done('The webhook is removed.');
        }}
      >
        <p className="break-all">{url} is told of nothing any more, and its log is gone.</p>
      </Confirm>
      {ping.fault || turn.fault ? (
        <p role="alert" className="w-full text-sm text-bad">
          {ping.fault || turn.fault}
        </p>
      ) : null}
      {isEdited ? <WebhookDialog webhook={webhook} onClose={() => setIsEdited(false)} /> : null}
      {secret === undefined ? null : <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}
