import type { ReactNode } from 'react';

type Notes = {
  readonly id: string | undefined;
  /** What it is for. */
  readonly hint?: ReactNode;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
};

/** What is said under a field: its hint and its fault. */
export function FieldNotes({ id, hint, fault, hintSize }: Notes & { hintSize: 'text-xs' | 'text-sm' }) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className={`${hintSize} text-muted`}>
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p id={`${id}-fault`} className="text-sm text-bad">
          {fault}
        </p>
      ) : null}
    </>
  );
}

/** Ties hint and fault to the control, so that they are read out with it. */
export function describedBy({ id, hint, fault }: Notes) {
  const parts = [fault ? `${id}-fault` : '', hint ? `${id}-hint` : ''].filter((part) => part !== '');
  return {
    ...(fault ? { 'aria-invalid': true } : {}),
    ...(parts.length > 0 ? { 'aria-describedby': parts.join(' ') } : {}),
  };
}
