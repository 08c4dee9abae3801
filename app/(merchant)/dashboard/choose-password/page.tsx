import type { Metadata } from 'next';
import { EntryPage } from '../_lib/entry-page';
import { ChoosePasswordForm } from './choose-password-form';

export const dynamic = 'force-static';

export const metadata: Metadata = {
  title: 'Choose a password',
  robots: { index: false },
  // The address opens an account.
  referrer: 'no-referrer',
};

export default function ChoosePasswordPage() {
  return (
    <EntryPage title="Choose a password">
      <ChoosePasswordForm />
    </EntryPage>
  );
}
