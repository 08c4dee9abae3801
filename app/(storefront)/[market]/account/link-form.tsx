'use client';

import { type SubmitEvent, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';

const SENT = {
  'sign-up': 'account.signUpSentText',
  'password-reset': 'account.forgotSentText',
  'sign-in-link': 'account.byLinkSentText',
} as const;

/**
 * Asks for a link by mail: for an account, for a new password, or to sign in. What is said afterwards is the same for every address.
 */
export function LinkForm({ kind }: { kind: keyof typeof SENT }) {
  const { market, t } = useText();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; path?: string }>();
  const [sentTo, setSentTo] = useState<string>();

  async function ask(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email'));
    setIsBusy(true);
    setRefusal(undefined);
    const answer = await callApi(`/api/auth/customer/${kind}`, {
      method: 'POST',
      body: { email, market: market.code, ...(kind === 'sign-up' ? { name: form.get('name') } : {}) },
    });
    setIsBusy(false);
    if (answer.ok) return setSentTo(email);
    const [fault] = answer.problem.errors;
    setRefusal(
      fault === undefined
        ? { text: problemText(answer.problem, t) }
        : { text: fault.message, path: fault.path },
    );
  }

  if (sentTo !== undefined) {
    return (
      <Notice role="status" title={t('account.sent')}>
        <p>{t(SENT[kind], { email: sentTo })}</p>
      </Notice>
    );
  }
  return (
    <form method="post" className="grid gap-5" onSubmit={ask}>
      {refusal === undefined || refusal.path !== undefined ? null : (
        <Notice role="alert">
          <p>{refusal.text}</p>
        </Notice>
      )}
      {kind === 'sign-up' ? (
        <TextField
          id="name"
          name="name"
          label={t('account.name')}
          optional={t('common.optional')}
          autoComplete="name"
          maxLength={100}
          fault={refusal?.path === 'name' ? refusal.text : undefined}
        />
      ) : null}
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('account.email')}
        autoComplete="email"
        fault={refusal?.path === 'email' ? refusal.text : undefined}
        required
      />
      <SubmitButton kind="act" aria-disabled={isBusy}>
        {isBusy ? t('account.sending') : t('account.sendLink')}
      </SubmitButton>
    </form>
  );
}
