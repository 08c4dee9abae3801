'use client';

import type { SubmitEvent } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { TextField } from '@/app/components/ui/field';
import { SubmitButton } from '@/app/components/ui/submit-button';
import type { Profile } from '@/lib/customers/model';
import { useArea } from '../area-context';
import { AreaSection } from '../area-section';
import { Outcome } from '../outcome';
import { useSave } from '../use-save';

/** How the shop greets somebody. */
export function NameSection({
  profile,
  onChanged,
}: {
  profile: Profile;
  onChanged: (profile: Profile) => void;
}) {
  const { t } = useText();
  const { customer, onChanged: tellArea } = useArea();
  const { isBusy, said, refusal, faults, begin, save } = useSave<Profile>();

  async function rename(event: SubmitEvent<HTMLFormElement>) {
    if (!begin(event)) return;
    const name = String(new FormData(event.currentTarget).get('name'));
    const saved = await save(
      '/api/account/profile',
      { method: 'PATCH', body: { name } },
      t('account.nameSaved'),
    );
    if (saved === null || !('value' in saved)) return;
    onChanged(saved.value);
    tellArea({ ...customer, name: saved.value.name });
  }

  return (
    <AreaSection id="name-title" title={t('account.nameTitle')} text={t('account.nameText')}>
      <form method="post" className="grid gap-5" onSubmit={rename}>
        <TextField
          id="name"
          name="name"
          label={t('account.name')}
          optional={t('common.optional')}
          autoComplete="name"
          maxLength={100}
          defaultValue={profile.name ?? ''}
          fault={faults.name}
        />
        <p>
          <SubmitButton aria-disabled={isBusy}>
            {t(isBusy ? 'account.saving' : 'account.saveName')}
          </SubmitButton>
        </p>
      </form>
      <Outcome said={said} refusal={refusal} />
    </AreaSection>
  );
}
