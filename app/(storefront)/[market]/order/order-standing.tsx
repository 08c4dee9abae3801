'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { putBack } from '@/app/components/cart/cart-client';
import { pathIn } from '@/app/components/market/markets';
import { findStoredOrder, type OwnOrder } from '@/app/components/orders/stored-orders';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import { Hold } from './hold';
import { Payment } from './payment';

type Props = {
  order: OwnOrder;
  clockLagMs: number;
  onOrder: (order: OwnOrder) => void;
  onLook: () => void;
};

/** What the order's status means for the shopper, and what can be done about it. */
export function OrderStanding({ order, clockLagMs, onOrder, onLook }: Props) {
  const { market, t } = useText();
  switch (order.status) {
    case 'pending':
      return (
        <>
          <Hold expiresAt={order.expiresAt} clockLagMs={clockLagMs} isPaying={isPaying(order)} />
          <Payment order={order} onOrder={onOrder} onLook={onLook} />
        </>
      );
    case 'expired':
      return <Expired order={order} />;
    case 'cancelled':
      return <p className="max-w-[38rem] text-lg">{t('order.cancelledText')}</p>;
    default:
      return (
        <div className="grid justify-items-start gap-6">
          <p className="display text-title">{t('order.thanks')}</p>
          <p className="max-w-[38rem] text-lg">{t('order.thanksText', { number: String(order.number) })}</p>
          <ShopLink market={market} to="/" className={buttonClass('plain')}>
            {t('order.back')}
          </ShopLink>
        </div>
      );
  }
}

/** Whether an attempt is with the bank: until it answers, nothing is taken from the shopper, whatever the clock says. */
function isPaying({ payment }: OwnOrder): boolean {
  return payment.status === 'processing' || payment.status === 'in-doubt';
}

function Expired({ order }: { order: OwnOrder }) {
  const { market, t } = useText();
  const router = useRouter();
  const [fault, setFault] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const lines = findStoredOrder(order.id)?.lines ?? [];

  async function refill() {
    setIsBusy(true);
    const known = new Map(lines.map((line) => [line.variantId, line.look]));
    const answer = await putBack(
      order.lines.map(({ variantId, quantity }) => ({
        variantId,
        quantity,
        look: known.get(variantId) ?? { slug: '', picture: null },
      })),
    );
    setIsBusy(false);
    if (!answer.ok) setFault(problemText(answer.problem, t));
    else if (answer.value.lines.length === 0) setFault(t('order.noneLeft'));
    else router.push(pathIn(market, '/cart'));
  }

  return (
    <Notice title={t('order.expiredTitle')}>
      <p>{t('order.expiredText')}</p>
      <p className="flex flex-wrap gap-4 pt-2">
        <Button kind="act" disabled={isBusy} onClick={refill}>
          {t('order.putBack')}
        </Button>
        <ShopLink market={market} to="/" className={buttonClass('plain')}>
          {t('order.back')}
        </ShopLink>
      </p>
      <p role="alert" className="text-bad">
        {fault}
      </p>
    </Notice>
  );
}
