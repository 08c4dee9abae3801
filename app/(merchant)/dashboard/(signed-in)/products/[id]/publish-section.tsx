'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { TextField } from '@/app/(merchant)/_ui/field';
import { dateTime } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { fromLocalTime, toLocalTime } from '../local-time';

type Product = Schema<'MerchantProduct'>;
type Change = Partial<Pick<Product, 'status' | 'publishAt'>>;

const WORDS: Readonly<Record<Product['status'], string>> = {
  draft: 'A draft: nobody sees it.',
  active: 'On sale: shoppers see it.',
  archived: 'Archived: nobody sees it, and orders keep it.',
};

/** Whether shoppers see a product, and from when. What is decided here is so at once. */
export function PublishSection({ product, isReadOnly }: { product: Product; isReadOnly: boolean }) {
  const queries = useQueryClient();
  const router = useRouter();
  const toasts = useToasts();
  const [time, setTime] = useState(toLocalTime(product.publishAt));
  const [isBusy, setIsBusy] = useState(false);
  const wanted = fromLocalTime(time);
  const isPast = wanted !== null && Date.parse(wanted) <= Date.now();

  async function write(change: Change): Promise<void> {
    await ask(
      api.PATCH('/api/admin/products/{id}', {
        params: { path: { id: product.id } },
        body: change,
      }),
    );
    await queries.invalidateQueries({ queryKey: ['products'] });
  }

  async function change(to: Change, done: string, back: Change) {
    setIsBusy(true);
    try {
      await write(to);
      toasts.done(done, { onUndo: () => void write(back).catch(toasts.failed) });
    } catch (error) {
      toasts.failed(error);
    } finally {
      setIsBusy(false);
    }
  }

  const asItWas: Change = { status: product.status, publishAt: product.publishAt };
  const publish = () => change({ status: 'active' }, 'The product is on sale.', asItWas);

  return (
    <Section title="Status" lead={WORDS[product.status]}>
      {product.publishAt === null ? null : (
        <p className="text-sm">It goes on sale by itself on {dateTime(product.publishAt)}.</p>
      )}
      {isReadOnly ? null : (
        <>
          <div className="flex flex-wrap gap-2">
            {product.status === 'active' ? null : (
              <Button kind="act" isBusy={isBusy} onClick={() => void publish()}>
                Publish now
              </Button>
            )}
            {product.status === 'draft' ? null : (
              <Button
                isBusy={isBusy}
                onClick={() => void change({ status: 'draft' }, 'The product is a draft.', asItWas)}
              >
                Make it a draft
              </Button>
            )}
            {product.status === 'archived' ? null : (
              <Button
                isBusy={isBusy}
                onClick={() => void change({ status: 'archived' }, 'The product is archived.', asItWas)}
              >
                Archive
              </Button>
            )}
          </div>
          {product.status === 'draft' ? (
            <div className="grid gap-2 border-t border-line pt-3">
              <TextField
                id="publish-at"
                type="datetime-local"
                label="Publish at"
                hint="In your own time zone"
                value={time}
                fault={isPast ? 'This time is past.' : undefined}
                onChange={(event) => setTime(event.target.value)}
              />
              <div className="flex flex-wrap gap-2">
                <Button
                  isBusy={isBusy}
                  disabled={wanted === null || isPast || wanted === product.publishAt}
                  onClick={() =>
                    void change({ publishAt: wanted }, 'The product will publish itself.', asItWas)
                  }
                >
                  Schedule
                </Button>
                {product.publishAt === null ? null : (
                  <Button
                    isBusy={isBusy}
                    onClick={() => {
                      setTime('');
                      void change({ publishAt: null }, 'It waits for you again.', asItWas);
                    }}
                  >
                    Take the time out
                  </Button>
                )}
              </div>
            </div>
          ) : null}
          <div className="border-t border-line pt-3">
            <Confirm
              kind="quiet"
              label="Delete…"
              title={`Delete ${product.title}`}
              verb="Delete the product"
              onConfirm={async () => {
                await ask(api.DELETE('/api/admin/products/{id}', { params: { path: { id: product.id } } }));
                toasts.done('The product is deleted, or archived where orders name it.');
                router.push('/dashboard/products');
                await queries.invalidateQueries({ queryKey: ['products'] });
              }}
            >
              <p>
                If it was never sold it is gone for good, with its pictures and its stock. If orders name it,
                it is archived instead.
              </p>
            </Confirm>
          </div>
        </>
      )}
    </Section>
  );
}
