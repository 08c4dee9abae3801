import type { Metadata } from 'next';
import { EntryPage } from '../_lib/entry-page';
import { ForgotPasswordForm } from './forgot-password-form';

export const dynamic = 'force-static';

export const metadata: Metadata = { title: 'Forgot your password', robots: { index: false } };

export default function ForgotPasswordPage() {
  return (
    <EntryPage title="Forgot your password">
      <ForgotPasswordForm />
    </EntryPage>
  );
}
