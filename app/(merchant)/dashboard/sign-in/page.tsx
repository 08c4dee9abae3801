import type { Metadata } from 'next';
import { EntryPage } from '../_lib/entry-page';
import { SignInForm } from './sign-in-form';

export const dynamic = 'force-static';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default function SignInPage() {
  return (
    <EntryPage title="Sign in">
      <SignInForm />
    </EntryPage>
  );
}
