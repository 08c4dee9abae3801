import type { ComponentProps, ReactNode } from 'react';
import { describedBy, FieldNotes } from './field-notes';

const BOX =
  'w-full min-h-12 border border-edge bg-paper px-3 text-base text-ink transition-colors hover:border-ink ' +
  'aria-invalid:border-bad';

type Frame = {
  readonly id: string;
  readonly label: string;
  /** Said after the label where most people must not fill it in. */
  readonly optional?: string | undefined;
  /** What it is for, said under it. */
  readonly hint?: string | undefined;
  /** What is wrong with it, read out together with the label. */
  readonly fault?: string | undefined;
};

function FieldFrame({ id, label, optional, hint, fault, children }: Frame & { children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm">
        {label}
        {optional ? <span className="text-muted"> {optional}</span> : null}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} fault={fault} hintSize="text-sm" />
    </div>
  );
}

/** A labelled text field with its hint and its fault under it. */
export function TextField({
  label,
  optional,
  hint,
  fault,
  ...input
}: Frame & ComponentProps<'input'> & { id: string }) {
  return (
    <FieldFrame id={input.id} label={label} optional={optional} hint={hint} fault={fault}>
      <input {...input} {...describedBy({ id: input.id, hint, fault })} className={BOX} />
    </FieldFrame>
  );
}

/** A labelled native select with its hint and its fault under it. */
export function SelectField({
  label,
  optional,
  hint,
  fault,
  ...select
}: Frame & ComponentProps<'select'> & { id: string }) {
  return (
    <FieldFrame id={select.id} label={label} optional={optional} hint={hint} fault={fault}>
      <select {...select} {...describedBy({ id: select.id, hint, fault })} className={BOX} />
    </FieldFrame>
  );
}
