'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonKind } from './button';

type Written = { readonly isBusy: boolean; readonly fault: string; readonly hasFaults: boolean };

/** A form of the dashboard: fields under each other, what is wrong, and the one thing that it does. */
export function Form({
  label,
  state,
  onSubmit,
  verb,
  kind = 'act',
  others,
  isReadOnly = false,
  children,
}: {
  label: string;
  state: Written;
  onSubmit: () => void;
  /** What the button does: "Save the address". */
  verb: string;
  kind?: ButtonKind;
  /** Other ways out, beside the button. */
  others?: ReactNode;
  /** For who may look and not change: no button, and fields that say so. */
  isReadOnly?: boolean;
  children: ReactNode;
}) {
  return (
    <form
      aria-label={label}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!state.isBusy && !isReadOnly) onSubmit();
      }}
    >
      <fieldset disabled={isReadOnly} className="grid min-w-0 gap-4">
        {children}
      </fieldset>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.fault || (state.hasFaults ? 'Something above needs another look.' : '')}
      </p>
      {isReadOnly ? null : (
        <div className="flex flex-wrap items-center justify-end gap-2">
          {others}
          <Button type="submit" kind={kind} isBusy={state.isBusy}>
            {verb}
          </Button>
        </div>
      )}
    </form>
  );
}
