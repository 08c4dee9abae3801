import { percent } from './format';

/** How far something is, from 0 to 1: a bar, and the same in words for those who do not see it. */
export function Progress({ label, share }: { label: string; share: number }) {
  const shown = Math.max(0, Math.min(1, share));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(shown * 100)}
      aria-valuetext={percent(shown)}
      className="h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      <div className="h-full bg-act transition-[width]" style={{ width: `${shown * 100}%` }} />
    </div>
  );
}
