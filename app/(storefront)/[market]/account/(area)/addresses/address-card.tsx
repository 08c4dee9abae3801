'use client';

import { useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import type { SavedAddress } from '@/lib/customers/model';
import { AddressLines } from './address-lines';
import { nameOf } from './name-of';

type Props = {
  address: SavedAddress;
  onEdit: () => void;
  onMakeDefault: () => Promise<void>;
  onRemove: () => Promise<void>;
};

/** An address and what can be done with it. Removing asks once more, in the very place. */
export function AddressCard({ address, onEdit, onMakeDefault, onRemove }: Props) {
  const { t } = useText();
  const [isSure, setIsSure] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const name = nameOf(address);

  async function run(act: () => Promise<void>) {
    if (isBusy) return;
    setIsBusy(true);
    await act();
    setIsBusy(false);
    setIsSure(false);
  }

  return (
    <li className="grid content-between gap-3 border-t border-line py-5">
      <div className="flex items-start justify-between gap-4">
        <AddressLines address={address} />
        {address.isDefault ? (
          <span className="shrink-0 border border-edge px-2 py-0.5 text-sm text-muted">
            {t('account.default')}
          </span>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-5">
        <Button
          kind="quiet"
          className="py-3"
          aria-label={t('account.editOf', { address: name })}
          onClick={onEdit}
        >
          {t('account.edit')}
        </Button>
        {address.isDefault ? null : (
          <Button
            kind="quiet"
            className="py-3"
            aria-disabled={isBusy}
            aria-label={t('account.makeDefaultOf', { address: name })}
            onClick={() => run(onMakeDefault)}
          >
            {t('account.makeDefault')}
          </Button>
        )}
        <Button
          kind="quiet"
          className={`py-3 ${isSure ? 'text-bad!' : ''}`}
          aria-disabled={isBusy}
          aria-label={
            isSure ? `${t('account.removeSure')} ${name}` : t('account.removeOf', { address: name })
          }
          onClick={() => (isSure ? run(onRemove) : setIsSure(true))}
          onBlur={() => setIsSure(false)}
        >
          {t(isSure ? 'account.removeSure' : 'account.remove')}
        </Button>
      </div>
    </li>
  );
}
