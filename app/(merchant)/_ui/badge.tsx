import type { ReactNode } from 'react';

const TONES = {
  neutral: 'border-line text-muted',
  good: 'border-good text-good',
  busy: 'border-act text-act',
  warn: 'border-warn text-warn',
  bad: 'border-bad text-bad',
} as const;

export type Tone = keyof typeof TONES;

/** A state in a word: the word says it, the colour only helps. */
export function Badge({
  tone = 'neutral',
  mayWrap = false,
  children,
}: {
  tone?: Tone;
  /** In a narrow window, where its words are long beside other columns. */
  mayWrap?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border px-2 py-0.5 text-xs font-medium ${mayWrap ? 'md:whitespace-nowrap' : 'whitespace-nowrap'} ${TONES[tone]}`}
    >
      <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-current" />
      {children}
    </span>
  );
}
