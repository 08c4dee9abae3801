'use client';

import { MoreHorizontal, Send, Undo2 } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { dateTime } from '@/app/(merchant)/_ui/format';
import { Menu } from '@/app/(merchant)/_ui/menu';
import { Page } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { FulfilmentBadge, OrderStatusBadge } from '../order-status';
import { CancelDialog } from './cancel-dialog';
import { ContactDialog } from './contact-dialog';
import { type OrderDetail, useOrder } from './order';
import { OrderAside } from './order-aside';
import { OrderLines } from './order-lines';
import { OrderMails } from './order-mails';
import { Parcels, Refunds, Returns } from './order-parcels';
import { RefundDialog } from './refund-dialog';
import { RemoveDialog, removableOf } from './remove-dialog';
import { ReturnDialog, returnableOf } from './return-dialog';
import { SendDialog } from './send-dialog';
import { Timeline } from './timeline';

const PARENT = { href: '/dashboard/orders', label: 'Orders' };

/** One order: what was bought, by whom, what happened, and what can be done. */
export function OrderPage() {
  const { id } = useParams<{ id: string }>();
  const order = useOrder(id);
  if (order.data) return <Order order={order.data} />;
  return (
    <Page title="Order" parent={PARENT}>
      <Loaded query={order} lines={12}>
        {() => null}
      </Loaded>
    </Page>
  );
}

type Doing = 'send' | 'remove' | 'refund' | 'return' | 'cancel' | 'contact';

function Order({ order }: { order: OrderDetail }) {
  const mayWrite = useMay('orders:write');
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const canSend = order.units.some(({ toSend }) => toSend > 0);
  const canRefund = order.refundable.amount > 0;
  const canReturn = returnableOf(order).length > 0;
  const canCancel = order.status === 'pending' || (order.status === 'paid' && order.fulfilment === 'unsent');
  const more = [
    ...(canReturn ? [{ label: 'Note a return', onSelect: () => setDoing('return') }] : []),
    ...(canCancel ? [{ label: 'Cancel the order', onSelect: () => setDoing('cancel'), isDanger: true }] : []),
  ];
  return (
    <Page
      title={`#${order.number}`}
      parent={PARENT}
      aside={
        <>
          <OrderStatusBadge status={order.status} />
          {order.fulfilment === 'partly-sent' || order.status === 'partially_refunded' ? (
            <FulfilmentBadge fulfilment={order.fulfilment} />
          ) : null}
        </>
      }
      lead={`Placed ${dateTime(order.createdAt)}`}
      actions={
        mayWrite ? (
          <>
            {canRefund ? (
              <Button onClick={() => setDoing('refund')}>
                <Undo2 aria-hidden /> Refund
              </Button>
            ) : null}
            {more.length > 0 ? (
              <Menu label="More" items={more}>
                <MoreHorizontal aria-hidden /> More
              </Menu>
            ) : null}
            {canSend ? (
              <Button kind="act" onClick={() => setDoing('send')}>
                <Send aria-hidden /> Send
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <OrderLines
            order={order}
            {...(mayWrite && removableOf(order).length > 0 ? { onRemove: () => setDoing('remove') } : {})}
          />
          <Parcels order={order} />
          <Returns order={order} />
          <Refunds order={order} />
          <Timeline order={order} />
        </div>
        <div className="grid min-w-0 gap-4">
          <OrderAside order={order} onEdit={() => setDoing('contact')} />
          <OrderMails order={order} />
        </div>
      </div>
      {doing === 'send' ? <SendDialog order={order} onClose={close} /> : null}
      {doing === 'remove' ? <RemoveDialog order={order} onClose={close} /> : null}
      {doing === 'refund' ? <RefundDialog order={order} onClose={close} /> : null}
      {doing === 'return' ? <ReturnDialog order={order} onClose={close} /> : null}
      {doing === 'cancel' ? <CancelDialog order={order} onClose={close} /> : null}
      {doing === 'contact' ? <ContactDialog order={order} onClose={close} /> : null}
    </Page>
  );
}
