import type { ComponentProps, ReactNode } from 'react';
import { describedBy, FieldNotes } from '@/app/components/ui/field-notes';

const BOX =
  'w-full min-h-9 rounded-sm border border-edge bg-paper px-2.5 py-1.5 text-sm text-ink transition-colors hover:border-ink ' +
  'aria-invalid:border-bad disabled:border-line disabled:text-muted';

type Frame = {
  readonly id: string;
  readonly label: string;
  /** The label is for screen readers: what it is for is seen. */
  readonly isLabelHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  /** What is wrong with it, read out together with the label. */
  readonly fault?: string | undefined;
};

function FieldFrame({ id, label, isLabelHidden, hint, fault, children }: Frame & { children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} fault={fault} hintSize="text-xs" />
    </div>
  );
}

/** A labelled text field, dense. */
export function TextField({
  label,
  isLabelHidden,
  hint,
  fault,
  className = '',
  ...input
}: Frame & ComponentProps<'input'>) {
  const frame = { id: input.id, label, isLabelHidden, hint, fault };
  return (
    <FieldFrame {...frame}>
      <input {...input} {...describedBy(frame)} className={`${BOX} ${className}`} />
    </FieldFrame>
  );
}

/** A labelled field of several lines. */
export function TextArea({
  label,
  isLabelHidden,
  hint,
  fault,
  className = '',
  ...area
}: Frame & ComponentProps<'textarea'>) {
  const frame = { id: area.id, label, isLabelHidden, hint, fault };
  return (
    <FieldFrame {...frame}>
      <textarea rows={4} {...area} {...describedBy(frame)} className={`${BOX} ${className}`} />
    </FieldFrame>
  );
}

/** A labelled native select: the one that every keyboard, phone and screen reader knows. */
export function SelectField({
  label,
  isLabelHidden,
  hint,
  fault,
  className = '',
  ...select
}: Frame & ComponentProps<'select'>) {
  const frame = { id: select.id, label, isLabelHidden, hint, fault };
  return (
    <FieldFrame {...frame}>
      <select {...select} {...describedBy(frame)} className={`${BOX} ${className}`} />
    </FieldFrame>
  );
}

/** A box to tick, with its label beside it. */
export function CheckField({
  label,
  hint,
  ...input
}: Omit<ComponentProps<'input'>, 'type'> & { id: string; label: ReactNode; hint?: ReactNode }) {
  return (
    <div className="flex items-start gap-2.5 py-1">
      <input
        {...input}
        type="checkbox"
        aria-describedby={hint ? `${input.id}-hint` : undefined}
        className="mt-0.5 size-4 accent-act"
      />
      <div className="grid">
        <label htmlFor={input.id} className="text-sm">
          {label}
        </label>
        {hint ? (
          <p id={`${input.id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
