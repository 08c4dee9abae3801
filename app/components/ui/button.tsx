import type { ComponentProps } from 'react';

const SHAPE =
  'inline-flex min-h-12 items-center justify-center gap-2 px-6 text-base font-medium transition-colors ' +
  'disabled:cursor-default aria-disabled:cursor-default';

const KINDS = {
  /** The one thing to do here. */
  act: 'bg-act text-on-act hover:bg-act-strong disabled:bg-ground disabled:text-muted disabled:hover:bg-ground',
  /** Something else that can be done. */
  plain: 'border border-edge text-ink hover:border-ink disabled:border-line disabled:text-muted',
  /** A small act inside a text or a row. */
  quiet:
    'min-h-0! px-0! text-sm! font-normal! text-muted underline underline-offset-4 hover:text-ink disabled:no-underline',
} as const;

export type ButtonKind = keyof typeof KINDS;

/** The look of a button, for links that are one. */
export function buttonClass(kind: ButtonKind, more = ''): string {
  return `${SHAPE} ${KINDS[kind]} ${more}`;
}

/** A button. It submits only where it says so. */
export function Button({
  kind = 'plain',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind }) {
  return <button {...rest} type={type} className={buttonClass(kind, className)} />;
}
