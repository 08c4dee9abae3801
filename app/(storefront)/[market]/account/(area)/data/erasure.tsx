'use client';

import { type SubmitEvent, useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { TextField } from '@/app/components/ui/field';
import { SubmitButton } from '@/app/components/ui/submit-button';
import type { OpenOrder } from '@/lib/customers/model';
import { MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';
import { OpenOrders } from '../../open-orders';
import { useArea } from '../area-context';
import { AreaSection } from '../area-section';
import { Outcome } from '../outcome';
import { useSave } from '../use-save';

/** The way out: all that is personal is erased, confirmed by the password or by mail. */
export function Erasure() {
  const { market, t } = useText();
  const { customer, onErased } = useArea();
  const [open, setOpen] = useState<readonly OpenOrder[]>();
  const { isBusy, said, refusal, faults, begin, save } = useSave<{ orderCount: number }>(() =>
    t('account.wrongPassword'),
  );

  async function erase(event: SubmitEvent<HTMLFormElement>) {
    if (!begin(event)) return;
    setOpen(undefined);
    const password = new FormData(event.currentTarget).get('password');
    const erased = await save('/api/account/erase', { method: 'POST', body: { password } }, '');
    if (erased === null) return;
    if ('value' in erased) return onErased(erased.value.orderCount);
    if (erased.code === 'orders-open') setOpen(erased.members.orders as readonly OpenOrder[]);
  }

  async function sendLink() {
    if (!begin()) return;
    const sent = t('account.eraseLinkSent', { email: customer.email });
    await save('/api/account/erase-link', { method: 'POST', body: { market: market.code } }, sent);
  }

  return (
    <AreaSection id="erase" title={t('account.eraseTitle')} text={t('account.eraseText')}>
      <form method="post" className="grid gap-5" onSubmit={erase}>
        <input type="hidden" name="username" autoComplete="username" value={customer.email} readOnly />
        <TextField
          id="erase-password"
          name="password"
          type="password"
          label={t('account.erasePassword')}
          autoComplete="current-password"
          maxLength={MOST_PASSWORD_LENGTH}
          fault={faults.password}
          required
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <SubmitButton className="border-bad! text-bad!" aria-disabled={isBusy}>
            {t(isBusy ? 'common.loading' : 'account.erase')}
          </SubmitButton>
          <Button kind="quiet" className="py-3" aria-disabled={isBusy} onClick={sendLink}>
            {t('account.eraseByLink')}
          </Button>
        </div>
      </form>
      {open === undefined ? <Outcome said={said} refusal={refusal} /> : <OpenOrders orders={open} />}
    </AreaSection>
  );
}
