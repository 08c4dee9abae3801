'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Badge, type Tone } from '@/app/(merchant)/_ui/badge';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { ago } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import type { OrderDetail } from './order';

type Mail = Schema<'Mail'>;

const TONES: Readonly<Record<Mail['status'], Tone>> = { queued: 'busy', sent: 'good', failed: 'bad' };

/** The mails that the buyer was sent about an order. Each can be sent once more. */
export function OrderMails({ order }: { order: OrderDetail }) {
  const mayWrite = useMay('orders:write');
  const queries = useQueryClient();
  const { done } = useToasts();
  const query = { orderId: order.id, limit: 50 };
  const mails = useQuery({
    queryKey: ['mails', 'of-order', order.id],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/mails', { params: { query }, signal })),
  });

  async function resend(mail: Mail) {
    const params = { path: { id: order.id } };
    await ask(api.POST('/api/admin/orders/{id}/mails', { params, body: { mailId: mail.id } }));
    done(`It goes to ${order.email} once more`);
    await queries.invalidateQueries({ queryKey: ['mails'] });
  }

  return (
    <Section title="Mails">
      <Loaded query={mails} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-sm text-muted">None so far. The first one leaves when the order is paid.</p>
          ) : (
            <ul className="grid gap-3 text-sm">
              {items.map((mail) => (
                <li
                  key={mail.id}
                  className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 border-b border-line pb-2 last:border-0 last:pb-0"
                >
                  <span className="col-span-2">{mail.subject ?? mail.kind.replaceAll('-', ' ')}</span>
                  <span className="flex flex-wrap items-center gap-2 text-xs text-muted">
                    <Badge tone={TONES[mail.status]}>{mail.status}</Badge>
                    {ago(mail.sentAt ?? mail.createdAt)}
                  </span>
                  {mayWrite && order.email !== '' ? (
                    <Confirm
                      kind="quiet"
                      label="Send again"
                      title="Send this mail again?"
                      verb="Send again"
                      isDanger={false}
                      onConfirm={() => resend(mail)}
                    >
                      <p>
                        “{mail.subject ?? mail.kind}” goes to {order.email}, made anew from the order as it is
                        now.
                      </p>
                    </Confirm>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
