'use client';

import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import type { SavedAddress } from '@/lib/customers/model';
import { AddressFields } from '../../../checkout/address-fields';
import type { Draft, FieldName } from '../../../checkout/draft';
import { type Faults, faultsFromErrors, findFaultAt, findFaults } from '../../../checkout/faults';

type Props = {
  /** The one that is changed; undefined: another one. */
  address: SavedAddress | undefined;
  mustBeDefault: boolean;
  onCancel: () => void;
  onSaved: () => Promise<void>;
  onSignedOut: () => void;
};

/** Not of an address, but of checkout's form, whose fields these are. */
const NOT_HERE = { email: 'nobody@example.com', shippingMethod: '', discountCode: '' };

/** An address to keep: checkout's fields, and whether it is the one to offer first. */
export function AddressForm({ address, mustBeDefault, onCancel, onSaved, onSignedOut }: Props) {
  const { market, t } = useText();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...NOT_HERE,
    name: address?.name ?? '',
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    city: address?.city ?? '',
    region: address?.region ?? '',
    postalCode: address?.postalCode ?? '',
    country: address?.country ?? market.country,
  }));
  const [isDefault, setIsDefault] = useState(mustBeDefault);
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The same for each retry, so that a lost answer does not save it twice.
  const key = useRef(newKey());

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, []);

  function change(name: FieldName, value: string) {
    setDraft((last) => ({ ...last, [name]: value, ...(name === 'country' ? { region: '' } : {}) }));
    setFaults(({ [name]: _, ...others }) => others);
  }

  function leave(name: FieldName) {
    const fault = findFaultAt(name, draft, t);
    if (fault !== undefined) setFaults((known) => ({ ...known, [name]: fault }));
  }

  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const found = findFaults(draft, t);
    setFaults(found);
    setRefusal('');
    const [first] = Object.keys(found);
    if (first !== undefined) return form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    setIsBusy(true);
    const { email: _, shippingMethod: __, discountCode: ___, ...postal } = draft;
    const answer = await callApi(
      address === undefined ? '/api/account/addresses' : `/api/account/addresses/${address.id}`,
      {
        method: address === undefined ? 'POST' : 'PUT',
        body: { ...postal, isDefault },
        ...(address === undefined ? { headers: { 'idempotency-key': key.current } } : {}),
      },
    );
    setIsBusy(false);
    if (answer.ok) return onSaved();
    const { problem } = answer;
    if (problem.code === 'unauthenticated') return onSignedOut();
    if (problem.code === 'idempotency-key-reused') key.current = newKey();
    setFaults(faultsFromErrors(problem.errors, t));
    if (problem.errors.length === 0)
      setRefusal(
        problem.code === 'too-many-addresses' ? t('account.addressesFull') : problemText(problem, t),
      );
  }

  return (
    <form ref={form} method="post" noValidate className="grid max-w-2xl gap-6" onSubmit={save}>
      {refusal === '' ? null : (
        <Notice role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <AddressFields draft={draft} faults={faults} onChange={change} onLeave={leave} />
      {mustBeDefault ? null : (
        <label className="flex min-h-12 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 accent-act"
            checked={isDefault}
            onChange={(event) => setIsDefault(event.currentTarget.checked)}
          />
          {t('account.isDefault')}
        </label>
      )}
      <div className="flex flex-wrap gap-4">
        <SubmitButton kind="act" aria-disabled={isBusy}>
          {t(isBusy ? 'account.saving' : 'account.saveAddress')}
        </SubmitButton>
        <Button onClick={onCancel}>{t('account.cancel')}</Button>
      </div>
    </form>
  );
}

/** Not crypto.randomUUID, which exists only in secure contexts: a shop on a local network is none. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
