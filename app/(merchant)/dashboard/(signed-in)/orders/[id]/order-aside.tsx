'use client';

import { FileText, Package } from 'lucide-react';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Address } from '@/app/(merchant)/_ui/address';
import { Button, buttonClass } from '@/app/(merchant)/_ui/button';
import { dateTime, LOCALE, money } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Section } from '@/app/(merchant)/_ui/page';
import type { OrderDetail } from './order';

const COUNTRIES = new Intl.DisplayNames(LOCALE, { type: 'region' });

const PAYMENT_WORDS: Readonly<Record<OrderDetail['payment']['status'], string>> = {
  none: 'Not paid',
  processing: 'Being paid',
  'in-doubt': 'In doubt: the provider is asked until it answers',
  declined: 'Declined',
  succeeded: 'Paid',
  refunded: 'Came too late and went back',
};

/** Who bought it, where it goes, how it was paid, and the papers that go with it. */
export function OrderAside({ order, onEdit }: { order: OrderDetail; onEdit: () => void }) {
  const mayWrite = useMay('orders:write');
  const mayEdit =
    mayWrite &&
    order.email !== '' &&
    (order.status === 'pending' || order.fulfilment === 'unsent' || order.fulfilment === 'partly-sent');
  const { name, country } = order.shippingAddress;
  return (
    <>
      <Section
        title="Buyer"
        actions={
          mayEdit ? (
            <Button kind="quiet" onClick={onEdit}>
              Edit
            </Button>
          ) : null
        }
      >
        {order.email === '' ? (
          <p className="text-sm text-muted">
            The person was erased; what the books need is kept. It went to {COUNTRIES.of(country) ?? country}.
          </p>
        ) : (
          <div className="grid gap-3 text-sm">
            <div className="grid min-w-0">
              {order.customerId ? (
                <Link
                  href={`/dashboard/customers/${order.customerId}`}
                  className="w-fit py-0.5 font-medium hover:underline"
                >
                  {name}
                </Link>
              ) : (
                <span className="font-medium">{name}</span>
              )}
              <a href={`mailto:${order.email}`} className="w-fit break-all py-0.5 text-muted hover:underline">
                {order.email}
              </a>
            </div>
            <Address of={{ ...order.shippingAddress, name: undefined }} />
          </div>
        )}
      </Section>
      <Section title="Payment">
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm">
          <dt className="text-muted">{PAYMENT_WORDS[order.payment.status]}</dt>
          <dd className="figures text-right">{money(order.paid)}</dd>
          {order.paidAt ? (
            <>
              <dt className="text-muted">When</dt>
              <dd className="text-right">{dateTime(order.paidAt)}</dd>
            </>
          ) : null}
          <dt className="text-muted">Can still be given back</dt>
          <dd className="figures text-right">{money(order.refundable)}</dd>
        </dl>
      </Section>
      <Section title="Papers">
        <div className="flex flex-wrap gap-2">
          <a href={`/api/admin/orders/${order.id}/invoice`} download className={buttonClass('plain')}>
            <FileText aria-hidden /> Invoice
          </a>
          <a href={`/api/admin/orders/${order.id}/packing-slip`} download className={buttonClass('plain')}>
            <Package aria-hidden /> Packing slip
          </a>
        </div>
      </Section>
    </>
  );
}
