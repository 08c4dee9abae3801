'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from 'next/navigation';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { Page } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { DiscountForm } from '../discount-form';
import { type Discount, DiscountStateBadge, usageWords, valueWords } from '../discount-words';

const LIST = '/dashboard/discounts';

/** One code: its terms, how often it was used, and the way out. */
export function DiscountDetail() {
  const { id } = useParams<{ id: string }>();
  const discount = useQuery({
    queryKey: ['discounts', id],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/discounts/{id}', { params: { path: { id } }, signal })),
  });
  const found = discount.data;
  return (
    <Page
      title={found?.code ?? 'Discount'}
      parent={{ href: LIST, label: 'Discounts' }}
      aside={found ? <DiscountStateBadge discount={found} /> : null}
      lead={
        found
          ? `${valueWords(found)}. Used by ${usageWords(found)} ${found.used === 1 && found.usageLimit === null ? 'order' : 'orders'}.`
          : null
      }
      actions={found ? <Acts discount={found} /> : null}
    >
      <Loaded query={discount} lines={10}>
        {(loaded) => <DiscountForm key={loaded.id} discount={loaded} onSaved={() => undefined} />}
      </Loaded>
    </Page>
  );
}

function Acts({ discount: { id, code, enabled, used } }: { discount: Discount }) {
  const mayWrite = useMay('discounts:write');
  const router = useRouter();
  const queries = useQueryClient();
  const toasts = useToasts();
  const path = { params: { path: { id } } };
  const turn = useWrite({
    write: (body: { enabled: boolean }) => ask(api.PATCH('/api/admin/discounts/{id}', { ...path, body })),
    topics: ['discounts', 'audit'],
    done: (_, input) => (input.enabled ? `${code} can be used again.` : `${code} cannot be used any more.`),
  });
  if (!mayWrite) return null;
  return (
    <>
      <Button isBusy={turn.isBusy} onClick={() => turn.run({ enabled: !enabled })}>
        {enabled ? 'Switch off' : 'Switch on'}
      </Button>
      <Confirm
        label="Remove"
        title={`Remove ${code}?`}
        verb="Remove the discount"
        onConfirm={async () => {
          await ask(api.DELETE('/api/admin/discounts/{id}', path));
          router.replace(LIST);
          await queries.invalidateQueries({ queryKey: ['discounts'] });
          toasts.done(`${code} is removed.`);
        }}
      >
        <p>
          {used === 0
            ? 'If no order ever named it, it is gone for good.'
            : `${used} ${used === 1 ? 'order uses' : 'orders use'} it: they keep what it gave them, and so that the books stay whole it is switched off rather than deleted.`}
        </p>
      </Confirm>
    </>
  );
}
