'use client';

import { useCallback, useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import type { OwnOrder } from '@/app/components/orders/stored-orders';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { useArea } from '../area-context';
import { AreaTitle } from '../area-title';
import { Standing } from '../standing';
import { OrderList } from './order-list';

type Page = { readonly items: readonly OwnOrder[]; readonly nextCursor: string | null };

/** Everything that was ordered, newest first, a page at a time. */
export function Orders() {
  const { t } = useText();
  const { onSignedOut } = useArea();
  const [orders, setOrders] = useState<readonly OwnOrder[]>();
  const [cursor, setCursor] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem>();
  const [isReading, setIsReading] = useState(false);

  const read = useCallback(
    async (after: string | null, signal?: AbortSignal) => {
      setProblem(undefined);
      setIsReading(true);
      const query = after === null ? '' : `?cursor=${encodeURIComponent(after)}`;
      const answer = await callApi<Page>(`/api/account/orders${query}`, signal ? { signal } : {});
      setIsReading(false);
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
    <>
      <AreaTitle>{t('account.orders')}</AreaTitle>
      <div className="grid gap-6">
        {orders === undefined ? null : <OrderList orders={orders} />}
        {orders === undefined || problem !== undefined ? (
          <Standing problem={problem} onTryAgain={() => read(cursor)} />
        ) : null}
        {cursor === null || problem !== undefined ? null : (
          <p>
            <Button aria-disabled={isReading} onClick={() => (isReading ? undefined : read(cursor))}>
              {t(isReading ? 'common.loading' : 'account.older')}
            </Button>
          </p>
        )}
        <p role="status" className="text-sm text-muted">
          {orders !== undefined && orders.length > 0 && cursor === null && !isReading
            ? t('account.ordersEnd')
            : ''}
        </p>
      </div>
    </>
  );
}
