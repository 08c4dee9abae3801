'use client';

import { useRef, useState } from 'react';
import { type ApiResult, callApi } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { MOST_ADDRESSES, type SavedAddress } from '@/lib/customers/model';
import { useArea } from '../area-context';
import { AreaTitle } from '../area-title';
import { Standing } from '../standing';
import { useOwn } from '../use-own';
import { AddressCard } from './address-card';
import { AddressForm } from './address-form';

type Editing = { readonly kind: 'none' | 'new' } | { readonly kind: 'one'; readonly address: SavedAddress };

/** The addresses to choose from at checkout: seeing, adding, changing, removing them. */
export function Addresses() {
  const { t } = useText();
  const { onSignedOut } = useArea();
  const { value, problem, read } = useOwn<{ items: readonly SavedAddress[] }>('/api/account/addresses');
  const [editing, setEditing] = useState<Editing>({ kind: 'none' });
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState('');
  const addButton = useRef<HTMLButtonElement>(null);

  /** What came of a change: said, and the list as it is now. */
  async function settle(answer: ApiResult<unknown>, done: string): Promise<void> {
    setSaid('');
    setRefusal('');
    if (!answer.ok && answer.problem.code === 'unauthenticated') return onSignedOut();
    // Gone already, in another tab: then the list says so.
    if (!answer.ok && answer.problem.code !== 'address-not-found')
      return setRefusal(problemText(answer.problem, t));
    await read();
    setSaid(done);
  }

  const change = (address: SavedAddress, isDefault: boolean) => {
    const { id, isDefault: _, ...postal } = address;
    return callApi(`/api/account/addresses/${id}`, { method: 'PUT', body: { ...postal, isDefault } });
  };

  function close() {
    setEditing({ kind: 'none' });
    // The form had the focus, and is gone.
    requestAnimationFrame(() => addButton.current?.focus());
  }

  if (editing.kind !== 'none') {
    const address = editing.kind === 'one' ? editing.address : undefined;
    return (
      <>
        <AreaTitle>{t(address === undefined ? 'account.addAddress' : 'account.editAddress')}</AreaTitle>
        <AddressForm
          address={address}
          mustBeDefault={value?.items.length === 0 || address?.isDefault === true}
          onCancel={close}
          onSaved={async () => {
            close();
            await read();
            setSaid(t('account.addressSaved'));
          }}
          onSignedOut={onSignedOut}
        />
      </>
    );
  }
  const isFull = value !== undefined && value.items.length >= MOST_ADDRESSES;
  return (
    <>
      <AreaTitle text={t('account.addressesText', { count: MOST_ADDRESSES })}>
        {t('account.addresses')}
      </AreaTitle>
      <div className="grid gap-6">
        {value === undefined ? <Standing problem={problem} onTryAgain={read} /> : null}
        {value?.items.length === 0 ? (
          <div className="grid gap-1 border-t border-line pt-4">
            <p>{t('account.noAddresses')}</p>
            <p className="text-muted">{t('account.noAddressesText')}</p>
          </div>
        ) : null}
        {value === undefined || value.items.length === 0 ? null : (
          <ul className="grid gap-x-12 sm:grid-cols-2">
            {value.items.map((address) => (
              <AddressCard
                key={address.id}
                address={address}
                onEdit={() => setEditing({ kind: 'one', address })}
                onMakeDefault={async () => settle(await change(address, true), t('account.defaultChanged'))}
                onRemove={async () =>
                  settle(
                    await callApi(`/api/account/addresses/${address.id}`, { method: 'DELETE' }),
                    t('account.addressRemoved'),
                  )
                }
              />
            ))}
          </ul>
        )}
        <p role="status" className="text-muted empty:hidden">
          {said}
        </p>
        <p role="alert" className="text-bad empty:hidden">
          {refusal}
        </p>
        {value === undefined ? null : isFull ? (
          <p className="text-muted">{t('account.addressesFull')}</p>
        ) : (
          <p>
            <Button
              ref={addButton}
              kind={value.items.length === 0 ? 'act' : 'plain'}
              onClick={() => setEditing({ kind: 'new' })}
            >
              {t('account.addAddress')}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
