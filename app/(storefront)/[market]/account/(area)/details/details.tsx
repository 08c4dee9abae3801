'use client';

import { useText } from '@/app/components/text/text-provider';
import type { Profile } from '@/lib/customers/model';
import { AreaTitle } from '../area-title';
import { Standing } from '../standing';
import { useOwn } from '../use-own';
import { EmailSection } from './email-section';
import { NameSection } from './name-section';
import { PasswordSection } from './password-section';

/** Name, e-mail address and password. */
export function Details() {
  const { t } = useText();
  const { value, problem, read, accept } = useOwn<Profile>('/api/account/profile');
  return (
    <>
      <AreaTitle>{t('account.details')}</AreaTitle>
      {value === undefined ? (
        <Standing problem={problem} onTryAgain={read} />
      ) : (
        <>
          <NameSection profile={value} onChanged={accept} />
          <EmailSection profile={value} onChanged={read} />
          <PasswordSection />
        </>
      )}
    </>
  );
}
