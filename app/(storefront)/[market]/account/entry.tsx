'use client';

import { type ReactNode, useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import type { Customer } from '@/lib/customers/model';
import { LinkForm } from './link-form';
import { SignInForm } from './sign-in-form';

type Way = 'sign-in' | 'sign-up' | 'forgot' | 'by-link';

/** The ways in: with a password, with a link, with a new account, or with a link for a new password. */
export function Entry({ onSignedIn }: { onSignedIn: (customer: Customer) => void }) {
  const { t } = useText();
  const [way, setWay] = useState<Way>('sign-in');
  const back = (
    <p>
      <Button kind="quiet" className="py-3" onClick={() => setWay('sign-in')}>
        {t('account.backToSignIn')}
      </Button>
    </p>
  );
  switch (way) {
    case 'sign-up':
      return (
        <Section title={t('account.signUp')} text={t('account.signUpText')}>
          <LinkForm kind="sign-up" />
          {back}
        </Section>
      );
    case 'forgot':
      return (
        <Section title={t('account.forgotTitle')} text={t('account.forgotText')}>
          <LinkForm kind="password-reset" />
          {back}
        </Section>
      );
    case 'by-link':
      return (
        <Section title={t('account.byLinkTitle')} text={t('account.byLinkText')}>
          <LinkForm kind="sign-in-link" />
          {back}
        </Section>
      );
    case 'sign-in':
      return (
        <div className="grid items-start gap-12 md:grid-cols-2 md:gap-24">
          <Section title={t('account.signIn')}>
            <SignInForm onSignedIn={onSignedIn} />
            <p className="flex flex-wrap gap-x-6">
              <Button kind="quiet" className="py-3" onClick={() => setWay('by-link')}>
                {t('account.byLink')}
              </Button>
              <Button kind="quiet" className="py-3" onClick={() => setWay('forgot')}>
                {t('account.forgot')}
              </Button>
            </p>
          </Section>
          <Section title={t('account.new')} text={t('account.newText')}>
            <p>
              <Button onClick={() => setWay('sign-up')}>{t('account.signUp')}</Button>
            </p>
          </Section>
        </div>
      );
  }
}

function Section({
  title,
  text,
  children,
}: {
  title: string;
  text?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className="grid max-w-md content-start gap-5">
      <h2 className="display text-title">{title}</h2>
      {text === undefined ? null : <p className="text-muted">{text}</p>}
      {children}
    </section>
  );
}
