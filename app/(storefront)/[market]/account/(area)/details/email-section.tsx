'use client';

import { type SubmitEvent, useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import type { Profile } from '@/lib/customers/model';
import { MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';
import { AreaSection } from '../area-section';
import { Outcome } from '../outcome';
import { useSave } from '../use-save';

/** The address that the account goes by, whether it is proven, and the one that is to take its place. */
export function EmailSection({ profile, onChanged }: { profile: Profile; onChanged: () => Promise<void> }) {
  const { market, t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { isBusy, said, refusal, faults, setFaults, begin, save } = useSave((path) =>
    path === 'password' ? t('account.wrongPassword') : t('checkout.emailFault'),
  );
  const { email, emailVerifiedAt, pendingEmail } = profile;
  const date = new Intl.DateTimeFormat(market.locale, { dateStyle: 'long' });

  async function change(event: SubmitEvent<HTMLFormElement>) {
    if (!begin(event)) return;
    const form = new FormData(event.currentTarget);
    const wanted = String(form.get('email')).trim();
    if (wanted.toLowerCase() === email.toLowerCase()) return setFaults({ email: t('account.sameEmail') });
    const body = { email: wanted, password: form.get('password'), market: market.code };
    const saved = await save('/api/account/email', { method: 'POST', body }, '');
    if (saved === null || !('value' in saved)) return;
    setIsOpen(false);
    await onChanged();
  }

  async function keep() {
    if (!begin()) return;
    const saved = await save('/api/account/email', { method: 'DELETE' }, t('account.emailKept'));
    if (saved !== null && 'value' in saved) await onChanged();
  }

  return (
    <AreaSection id="email-title" title={t('account.emailTitle')} text={t('account.changeEmailText')}>
      <div className="grid gap-1">
        <p className="text-sm text-muted">{t('account.emailIs')}</p>
        <p className="break-all">{email}</p>
        <p className="text-sm text-muted">
          {emailVerifiedAt === null
            ? t('account.emailUnverified')
            : t('account.emailVerified', { date: date.format(new Date(emailVerifiedAt)) })}
        </p>
      </div>
      {pendingEmail === null ? null : (
        <Notice role="status" title={t('account.pendingTitle', { email: pendingEmail })}>
          <p>{t('account.pendingText')}</p>
          <p>
            <Button kind="quiet" className="py-3" aria-disabled={isBusy} onClick={keep}>
              {t('account.keepEmail')}
            </Button>
          </p>
        </Notice>
      )}
      {isOpen ? (
        <form method="post" className="grid gap-5" onSubmit={change}>
          <TextField
            id="email"
            name="email"
            type="email"
            label={t('account.newEmail')}
            autoComplete="email"
            maxLength={254}
            fault={faults.email}
            autoFocus
            required
          />
          <TextField
            id="email-password"
            name="password"
            type="password"
            label={t('account.presentPassword')}
            autoComplete="current-password"
            maxLength={MOST_PASSWORD_LENGTH}
            fault={faults.password}
            required
          />
          <div className="flex flex-wrap gap-4">
            <SubmitButton kind="act" aria-disabled={isBusy}>
              {t(isBusy ? 'account.sending' : 'account.sendLink')}
            </SubmitButton>
            <Button onClick={() => setIsOpen(false)}>{t('account.cancel')}</Button>
          </div>
        </form>
      ) : (
        <p>
          <Button onClick={() => setIsOpen(true)}>{t('account.changeEmail')}</Button>
        </p>
      )}
      <Outcome said={said} refusal={refusal} />
    </AreaSection>
  );
}
