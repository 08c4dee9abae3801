'use client';

import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { mayBeSignedIn } from '@/app/components/account/signed-in-hint';
import { callApi } from '@/app/components/api/call-api';
import {
  type CustomerSession,
  MOST_ADDRESSES,
  type PostalAddress,
  type SavedAddress,
} from '@/lib/customers/model';
import type { Draft } from './draft';

const FIELDS = ['name', 'line1', 'line2', 'city', 'region', 'postalCode', 'country'] as const;

export type SavedAddresses = {
  /** None for whoever is not signed in. */
  readonly addresses: readonly SavedAddress[];
  /** The one that the form shows; undefined: another one. */
  readonly chosen: SavedAddress | undefined;
  readonly choose: (address: SavedAddress | undefined) => void;
  /** Whether the form's address can be kept: somebody is signed in, it is none of theirs, and there is room. */
  readonly canSave: boolean;
  readonly isWanted: boolean;
  readonly setIsWanted: (isWanted: boolean) => void;
  /** Keeps the address that was ordered to, if that was wished. Nobody waits for it, and an order never fails for it. */
  readonly save: (ordered: PostalAddress) => void;
};

/**
 * What the account knows, for the checkout form of whoever is signed in: it fills in e-mail and default address where nothing was typed
 * yet. Everybody else asks for nothing.
 */
export function useSavedAddresses(draft: Draft, setDraft: Dispatch<SetStateAction<Draft>>): SavedAddresses {
  const [addresses, setAddresses] = useState<readonly SavedAddress[]>();
  const [isWanted, setIsWanted] = useState(false);

  useEffect(() => {
    if (!mayBeSignedIn()) return;
    const leaving = new AbortController();
    const read = async () => {
      const [account, saved] = await Promise.all([
        callApi<CustomerSession>('/api/account', { signal: leaving.signal }),
        callApi<{ items: readonly SavedAddress[] }>('/api/account/addresses', { signal: leaving.signal }),
      ]);
      if (!account.ok || !saved.ok) return;
      setAddresses(saved.value.items);
      const { email } = account.value.customer;
      setDraft((last) => ({
        ...(isBlank(last) ? filled(last, saved.value.items[0]) : last),
        email: last.email === '' ? email : last.email,
      }));
    };
    // Aborted is all that it can be, and then nobody waits.
    void read().catch(() => undefined);
    return () => leaving.abort();
  }, [setDraft]);

  const chosen = addresses?.find((address) =>
    FIELDS.every((name) => (address[name] ?? '') === draft[name].trim()),
  );
  const canSave = addresses !== undefined && addresses.length < MOST_ADDRESSES && chosen === undefined;
  return {
    addresses: addresses ?? [],
    chosen,
    choose: (address) => setDraft((last) => filled(last, address ?? BLANK)),
    canSave,
    isWanted,
    setIsWanted,
    save(ordered) {
      if (canSave && isWanted) void callApi('/api/account/addresses', { method: 'POST', body: ordered });
    },
  };
}

const BLANK = { name: '', line1: '', line2: '', city: '', region: '', postalCode: '' };

const isBlank = (draft: Draft) => FIELDS.every((name) => name === 'country' || draft[name] === '');

/** The form with an address in it. A method belongs to a country. */
function filled(draft: Draft, address: Partial<PostalAddress> = {}): Draft {
  const values = FIELDS.map((name) => [name, address[name] ?? (name === 'country' ? draft.country : '')]);
  const next: Draft = { ...draft, ...Object.fromEntries(values) };
  return next.country === draft.country ? next : { ...next, shippingMethod: '' };
}
