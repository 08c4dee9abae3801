'use client';

import { useCallback, useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import { type OwnOrder, orderPath } from '@/app/components/orders/stored-orders';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import { formatMoney } from '@/lib/kernel/money';

type Page = { readonly items: readonly OwnOrder[]; readonly nextCursor: string | null };

/** What was ordered with the account's address, newest first. */
export function OwnOrders({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useText();
  const [orders, setOrders] = useState<readonly OwnOrder[]>();
  const [cursor, setCursor] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem>();

  const read = useCallback(
    async (after: string | null, signal?: AbortSignal) => {
      setProblem(undefined);
      const query = after === null ? '' : `?cursor=${encodeURIComponent(after)}`;
      const answer = await callApi<Page>(`/api/account/orders${query}`, signal ? { signal } : {});
      if (answer.ok) {
        setOrders((known = []) => (after === null ? answer.value.items : [...known, ...answer.value.items]));
        setCursor(answer.value.nextCursor);
      } else if (answer.problem.code === 'unauthenticated') onSignedOut();
      else setProblem(answer.problem);
    },
    [onSignedOut],
  );

  useEffect(() => {
    const leaving = new AbortController();
    // Aborted is all that it can be, and then nobody waits.
    void read(null, leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [read]);

  return (
    <section className="grid gap-5" aria-labelledby="orders">
      <h2 id="orders" className="text-title">
        {t('account.orders')}
      </h2>
      {orders === undefined && problem === undefined ? (
        <p className="text-muted">{t('common.loading')}</p>
      ) : null}
      {orders?.length === 0 ? <p className="text-muted">{t('account.noOrders')}</p> : null}
      {orders === undefined || orders.length === 0 ? null : (
        <ul className="border-t border-line">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      {problem === undefined ? null : (
        <Notice role="alert">
          <p>{problemText(problem, t)}</p>
          <p>
            <Button onClick={() => read(cursor)}>{t('common.tryAgain')}</Button>
          </p>
        </Notice>
      )}
      {cursor === null || problem !== undefined ? null : (
        <p>
          <Button onClick={() => read(cursor)}>{t('account.older')}</Button>
        </p>
      )}
    </section>
  );
}

function OrderRow({ order }: { order: OwnOrder }) {
  const { market, t } = useText();
  const placedAt = new Intl.DateTimeFormat(market.locale, { dateStyle: 'medium' });
  return (
    <li className="figures grid grid-cols-2 gap-x-6 gap-y-1 border-b border-line py-4 sm:grid-cols-4">
      <ShopLink market={market} to={orderPath(order)} className="underline underline-offset-4">
        {t('account.orderOf', { number: String(order.number) })}
      </ShopLink>
      <span className="max-sm:text-right">{formatMoney(order.total, market.locale)}</span>
      <time dateTime={order.createdAt} className="text-muted">
        {placedAt.format(new Date(order.createdAt))}
      </time>
      <span className="text-muted max-sm:text-right">{t(`order.${order.status}`)}</span>
    </li>
  );
}
