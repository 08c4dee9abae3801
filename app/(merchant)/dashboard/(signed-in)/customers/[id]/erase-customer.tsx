'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { CheckField } from '@/app/(merchant)/_ui/field';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { type CustomerFile, useCustomerRefresh } from './customer';

const OPEN = ['paid', 'pending'];

/** Takes a person out of the shop. It is asked for with what it means, and with what is still to be sent to them. */
export function EraseCustomer({ customer }: { customer: CustomerFile }) {
  const mayWrite = useMay('customers:write');
  const router = useRouter();
  const refresh = useCustomerRefresh();
  const { done } = useToasts();
  const [isMeant, setIsMeant] = useState(false);
  if (!mayWrite) return null;
  const open = customer.orders.filter(({ status }) => OPEN.includes(status));

  async function erase() {
    await ask(api.POST('/api/admin/customers/{id}/erase', { params: { path: { id: customer.id } } }));
    done('The person is erased; the books are kept');
    await refresh();
    router.replace('/dashboard/customers');
  }

  return (
    <Confirm
      label="Erase"
      title={`Erase ${customer.email}?`}
      isReady={isMeant}
      verb="Erase the person"
      onConfirm={erase}
    >
      <p>
        Name, addresses, account, tags, notes and the mails they got are gone for good. Their{' '}
        {customer.orderCount} {customer.orderCount === 1 ? 'order stays' : 'orders stay'} in the books with
        what was bought, paid and taxed, without them. Nothing brings it back.
      </p>
      {open.length > 0 ? (
        <p className="border-l-2 border-bad pl-3">
          Still open: {open.map(({ number }) => `#${number}`).join(', ')}. Once erased, nobody knows where to
          send
          {open.length === 1 ? ' it' : ' them'}.
        </p>
      ) : null}
      <CheckField
        id="erase-meant"
        label="I know that this cannot be taken back"
        checked={isMeant}
        onChange={({ target }) => setIsMeant(target.checked)}
      />
    </Confirm>
  );
}
