'use client';

import type { ReactNode } from 'react';
import { rememberSignedIn } from '@/app/components/account/signed-in-hint';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import { SignInForm } from './sign-in-form';

type Props = {
  kind: 'ready' | 'busy' | 'invalid' | 'signed-out';
  text: string;
  action: string;
  /** What cannot be undone does not look like what one is meant to press. */
  isGrave?: boolean;
  isAwake: boolean;
  onUse: () => void;
  children?: ReactNode;
};

/** A link that waits for its button, that opens nothing, or that needs whoever holds it to sign in first. */
export function LinkStanding({ kind, text, action, isGrave = false, isAwake, onUse, children }: Props) {
  const { market, t } = useText();
  if (kind === 'invalid') {
    return (
      <Notice role="alert" title={t('account.linkInvalid')}>
        <p>{t('account.linkInvalidText')}</p>
        <p>
          <ShopLink market={market} to="/account" className="inline-block py-2 underline underline-offset-4">
            {t('account.goToAccount')}
          </ShopLink>
        </p>
      </Notice>
    );
  }
  if (kind === 'signed-out') {
    return (
      <section className="grid max-w-md gap-5">
        <h2 className="display text-title">{t('account.signInFirst')}</h2>
        <p className="text-muted">{t('account.signInFirstText')}</p>
        <SignInForm
          onSignedIn={() => {
            rememberSignedIn(true);
            onUse();
          }}
        />
      </section>
    );
  }
  return (
    <div className="needs-script grid max-w-[38rem] justify-items-start gap-6">
      <p className="text-lg">{text}</p>
      {children}
      <Button
        kind={isGrave ? 'plain' : 'act'}
        className={isGrave ? 'border-bad! text-bad!' : ''}
        disabled={!isAwake}
        aria-disabled={kind === 'busy'}
        onClick={onUse}
      >
        {kind === 'busy' ? t('common.loading') : action}
      </Button>
    </div>
  );
}
