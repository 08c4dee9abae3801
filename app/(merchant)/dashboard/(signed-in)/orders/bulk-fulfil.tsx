'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { count } from '@/app/(merchant)/_ui/format';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import type { Order } from './order-query';

type Result = Schema<'FulfilledOrders'>['results'][number];

const WHY: Readonly<Record<Result['outcome'], string>> = {
  fulfilled: 'sent',
  'order-not-found': 'is not there any more',
  'invalid-transition': 'has nothing to send, or is not paid',
  'refund-in-progress': 'has money on its way back; look at it in a moment',
};

const orders = (many: number) => `${count(many)} ${many === 1 ? 'order' : 'orders'}`;

/** What can be done with the rows that are ticked: send them all. What could not be sent says why and stays ticked. */
export function BulkFulfil({
  ticked,
  onTicked,
}: {
  ticked: ReadonlyMap<string, Order>;
  onTicked: (ids: ReadonlySet<string>) => void;
}) {
  const queries = useQueryClient();
  const { done } = useToasts();
  const [failures, setFailures] = useState<readonly (Result & { number: number | undefined })[]>([]);

  async function send() {
    const { results } = await ask(
      api.POST('/api/admin/orders/fulfil', { body: { ids: [...ticked.keys()] } }),
    );
    const left = results.filter(({ outcome }) => outcome !== 'fulfilled');
    const sent = results.length - left.length;
    if (sent > 0) done(`${orders(sent)} marked as sent`);
    setFailures(left.map((result) => ({ ...result, number: ticked.get(result.id)?.number })));
    onTicked(new Set(left.map(({ id }) => id)));
    await queries.invalidateQueries({ queryKey: ['orders'] });
  }

  return (
    <>
      {ticked.size > 0 ? (
        <section
          aria-label="Selected orders"
          className="sticky bottom-4 z-10 flex flex-wrap items-center gap-2 rounded-md border border-line bg-paper px-4 py-2 shadow-lg"
        >
          <p className="mr-auto text-sm font-medium" aria-live="polite">
            {orders(ticked.size)} selected
          </p>
          <Button kind="quiet" onClick={() => onTicked(new Set())}>
            Clear selection
          </Button>
          <Confirm
            label="Mark as sent"
            title={`Mark ${orders(ticked.size)} as sent?`}
            verb="Mark as sent"
            isDanger={false}
            onConfirm={send}
          >
            <p>
              Each buyer is told by mail that their order is on its way, with all that is still to be sent of
              it. What should not have been sent can be taken back on its page; a mail that has left cannot.
            </p>
          </Confirm>
        </section>
      ) : null}
      <Dialog
        isOpen={failures.length > 0}
        onClose={() => setFailures([])}
        title={`${orders(failures.length)} could not be sent`}
        lead="Nothing was changed about them. They are still selected."
      >
        <ul className="grid gap-1 text-sm">
          {failures.map(({ id, number, outcome }) => (
            <li key={id}>
              <span className="font-medium">#{number ?? id}</span> {WHY[outcome]}
            </li>
          ))}
        </ul>
        <DialogActions>
          <Button kind="act" onClick={() => setFailures([])}>
            Back to the list
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
