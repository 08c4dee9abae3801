import type { ComponentProps } from 'react';

const SHAPE =
  'inline-flex min-h-9 cursor-pointer items-center justify-center gap-2 whitespace-nowrap rounded-sm px-3 text-sm font-medium ' +
  'transition-colors disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-60 ' +
  '[&_svg]:size-4 [&_svg]:shrink-0';

const KINDS = {
  /** The one thing to do here. */
  act: 'bg-act text-on-act hover:bg-act-strong',
  /** Something else that can be done. */
  plain: 'border border-edge text-ink hover:border-ink hover:bg-ground',
  /** In a row or a bar, beside others. */
  quiet: 'text-ink hover:bg-ground',
  /** What cannot be taken back. */
  danger: 'bg-bad text-paper hover:opacity-90',
} as const;

export type ButtonKind = keyof typeof KINDS;

/** The look of a button, for links that are one. */
export function buttonClass(kind: ButtonKind = 'plain', more = ''): string {
  return `${SHAPE} ${KINDS[kind]} ${more}`;
}

/** A button of the dashboard: dense, 36 px high. It submits only where it says so. */
export function Button({
  kind = 'plain',
  type = 'button',
  className = '',
  isBusy = false,
  onClick,
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind; isBusy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        // Still focusable while it works, so that a screen reader does not lose its place.
        if (isBusy) return event.preventDefault();
        onClick?.(event);
      }}
      className={buttonClass(kind, className)}
    />
  );
}

/** A button that is an icon: its name is for those who do not see it. */
export function IconButton({
  label,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'aria-label'> & { label: string }) {
  return (
    <Button
      kind="quiet"
      {...rest}
      aria-label={label}
      title={label}
      className={`px-2! ${rest.className ?? ''}`}
    />
  );
}
