'use client';

import { useText } from '@/app/components/text/text-provider';
import { SelectField } from '@/app/components/ui/field';
import type { SavedAddresses } from './use-saved-addresses';

/** The choice among the addresses of whoever is signed in; nothing for everybody else. */
export function SavedAddressChoice({ saved, onChosen }: { saved: SavedAddresses; onChosen: () => void }) {
  const { t } = useText();
  if (saved.addresses.length === 0) return null;
  return (
    <SelectField
      id="saved-address"
      label={t('checkout.saved')}
      value={saved.chosen?.id ?? ''}
      onChange={(event) => {
        saved.choose(saved.addresses.find(({ id }) => id === event.currentTarget.value));
        onChosen();
      }}
    >
      {saved.addresses.map(({ id, name, line1, city }) => (
        <option key={id} value={id}>
          {[name, line1, city].join(', ')}
        </option>
      ))}
      <option value="">{t('checkout.otherAddress')}</option>
    </SelectField>
  );
}

/** Whether the address that is typed shall be kept for the next time. */
export function SaveAddressChoice({ saved }: { saved: SavedAddresses }) {
  const { t } = useText();
  if (!saved.canSave) return null;
  return (
    <label className="flex min-h-12 items-center gap-3">
      <input
        type="checkbox"
        className="size-5 accent-act"
        checked={saved.isWanted}
        onChange={(event) => saved.setIsWanted(event.currentTarget.checked)}
      />
      {t('checkout.saveAddress')}
    </label>
  );
}
