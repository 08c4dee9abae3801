'use client';

import { useState } from 'react';
import type { ApiProblem, ApiResult } from '@/app/components/api/call-api';
import { renewCart, setCartQuantity } from '@/app/components/cart/cart-client';
import { findStoredOrder, orderPath } from '@/app/components/orders/stored-orders';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import type { Cart } from '@/lib/cart/model';
import { formatMoney, type Money } from '@/lib/kernel/money';
import type { Totals } from '@/lib/orders/model';
import { isEntry } from './faults';

type Props = {
  problem: ApiProblem;
  cart: Cart;
  /** The total that was on the screen when the order was sent. */
  expected: Money | undefined;
  onAskAgain: () => void;
  onCartChange: (answer?: ApiResult<Cart>) => void;
};

/** Why there is no order, whether anything happened, and what to do next: one way of saying it for each reason. */
export function Refusal(props: Props) {
  const { t } = useText();
  const { problem, cart, onAskAgain } = props;
  switch (problem.code) {
    case 'price-changed':
      return <PriceChanged {...props} />;
    case 'out-of-stock':
      return <OutOfStock {...props} />;
    case 'cart-already-ordered':
      return <AlreadyOrdered {...props} />;
    case 'validation-failed':
      return <OtherFaults problem={problem} />;
    case 'no-answer':
    case 'outcome-unknown':
    case 'request-in-progress':
      return (
        <Notice role="alert" title={t('checkout.unknownOutcome')}>
          <p>{t('checkout.unknownOutcomeText')}</p>
          <SupportMark problem={problem} />
          <p>
            <Button kind="act" onClick={onAskAgain}>
              {t('checkout.ask')}
            </Button>
          </p>
        </Notice>
      );
    case 'temporarily-unavailable':
    case 'rate-limited':
      return (
        <Notice role="alert" title={t('checkout.busy')}>
          <p>{t('checkout.busyText')}</p>
          <SupportMark problem={problem} />
        </Notice>
      );
    default:
      return (
        <Notice role="alert" title={t('problem.title')}>
          <p>{problemText(problem, t)}</p>
          {cart.lines.length === 0 ? null : <p>{t('checkout.nothingOrdered')}</p>}
        </Notice>
      );
  }
}

function PriceChanged({ problem, expected }: Props) {
  const { market, t } = useText();
  const quote = problem.members.quote as Totals | undefined;
  if (quote === undefined) return null;
  return (
    <Notice role="alert" title={t('checkout.priceChanged')}>
      <p className="figures">
        {t('checkout.priceChangedText', {
          total: formatMoney(quote.total, market.locale),
          before: expected ? formatMoney(expected, market.locale) : '',
        })}
      </p>
    </Notice>
  );
}

function OutOfStock({ problem, cart, onCartChange }: Props) {
  const { market, t } = useText();
  const [isChanging, setIsChanging] = useState(false);
  const short = problem.errors.flatMap(({ variantId, available = 0 }) => {
    const line = cart.lines.find((candidate) => candidate.variantId === variantId);
    return line ? [{ line, available }] : [];
  });

  async function takeWhatIsLeft() {
    setIsChanging(true);
    let answer: ApiResult<Cart> | undefined;
    for (const { line, available } of short) answer = await setCartQuantity(line.variantId, available);
    onCartChange(answer);
  }

  return (
    <Notice role="alert" title={t('checkout.outOfStock')}>
      <p>{t('checkout.outOfStockText')}</p>
      <ul className="figures list-disc pl-5">
        {short.map(({ line, available }) => (
          <li key={line.variantId}>
            {available === 0
              ? t('checkout.lineSoldOut', { title: line.title })
              : t('checkout.lineLeft', { title: line.title, count: available })}
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-4">
        <Button disabled={isChanging} onClick={takeWhatIsLeft}>
          {t('checkout.takeWhatIsLeft')}
        </Button>
        <ShopLink market={market} to="/cart" className={buttonClass('plain')}>
          {t('checkout.changeCart')}
        </ShopLink>
      </p>
    </Notice>
  );
}

function AlreadyOrdered({ problem, onCartChange }: Props) {
  const { market, t } = useText();
  const known = findStoredOrder(String(problem.members.orderId));
  return (
    <Notice role="alert" title={t('checkout.alreadyOrdered')}>
      <p>{t('checkout.alreadyOrderedText')}</p>
      <p className="flex flex-wrap gap-4">
        {known ? (
          <ShopLink market={market} to={orderPath(known)} className={buttonClass('act')}>
            {t('checkout.goToOrder')}
          </ShopLink>
        ) : null}
        <Button onClick={() => void renewCart().then(onCartChange)}>{t('checkout.newCart')}</Button>
      </p>
    </Notice>
  );
}

/** What is wrong with the order and is not an entry of the form: those are marked where they stand. */
function OtherFaults({ problem }: { problem: ApiProblem }) {
  const { t } = useText();
  const others = problem.errors.filter(({ path }) => !isEntry(path));
  if (others.length === 0) return null;
  return (
    <Notice role="alert" title={t('problem.title')}>
      {others.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
      <p>{t('checkout.nothingOrdered')}</p>
    </Notice>
  );
}

function SupportMark({ problem }: { problem: ApiProblem }) {
  const { t } = useText();
  if (problem.requestId === null) return null;
  return <p className="text-sm text-muted">{t('problem.support', { id: problem.requestId })}</p>;
}
