'use client';

import { useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { TextField } from '@/app/components/ui/field';

/** A code that takes something off: it is tried as soon as it is given, and one that does not apply is said and dropped. */
export function DiscountCode({
  code,
  refused,
  onCode,
}: {
  /** The one that is in the total. */
  code: string;
  /** The one that was tried last and does not apply. */
  refused: string;
  onCode: (code: string) => void;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  if (code !== '') {
    return (
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{t('checkout.codeApplied', { code })}</span>
        <Button kind="quiet" className="py-2" onClick={() => onCode('')}>
          {t('checkout.codeRemove')}
        </Button>
      </p>
    );
  }
  const apply = () => {
    if (typed.trim() !== '') onCode(typed.trim());
  };
  return (
    <details open={refused !== ''}>
      <summary className="py-1 text-sm text-muted underline underline-offset-4">{t('checkout.code')}</summary>
      <div className="grid grid-cols-[1fr_auto] items-end gap-3 pt-3 pb-1">
        <TextField
          id="discount-code"
          label={t('checkout.codeLabel')}
          value={typed}
          maxLength={64}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // It would order.
            event.preventDefault();
            apply();
          }}
        />
        <Button onClick={apply}>{t('checkout.codeApply')}</Button>
      </div>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {refused === '' ? null : t('checkout.codeRefused', { code: refused })}
      </p>
    </details>
  );
}
