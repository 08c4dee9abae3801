/** Quiet grounds of the theme, so that a shelf without pictures is not one grey wall. */
const GROUNDS = ['bg-plate-a', 'bg-plate-b', 'bg-plate-c', 'bg-plate-d'] as const;

/** The largest size, in hundredths of the plate's width, at which a title of so many characters stays inside. */
const SIZES = [
  { upTo: 14, size: 'text-[19cqw]' },
  { upTo: 28, size: 'text-[14cqw]' },
  { upTo: 52, size: 'text-[10.5cqw]' },
  { upTo: Number.POSITIVE_INFINITY, size: 'text-[8.5cqw]' },
] as const;

/** What is set on a plate: the whole title, or, where the title stands large beside it, its initial. */
export type PlateKind = 'title' | 'initial';

/** Stands where a picture is missing: type, set like a poster. It repeats what is written beside it. */
export function Plate({ title, kind }: { title: string; kind: PlateKind }) {
  const letters = Array.from(title);
  const sum = letters.reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span aria-hidden="true" className={`@container block size-full ${GROUNDS[sum % GROUNDS.length] ?? ''}`}>
      <span className="display flex size-full items-end px-[8cqw] pb-[6cqw]">
        {kind === 'initial' ? (
          <span className="text-[80cqw] leading-[0.85] uppercase">{initialOf(title)}</span>
        ) : (
          <span
            className={`line-clamp-6 pb-[0.2em] leading-[1.02] hyphens-auto wrap-anywhere ${sizeOf(letters.length)}`}
          >
            {title}
          </span>
        )}
      </span>
    </span>
  );
}

/** The first letter of the first word that begins with one: numbers and signs say little about a product. */
function initialOf(title: string): string {
  return /(?<![\p{L}\p{N}])\p{L}/u.exec(title)?.[0] ?? Array.from(title)[0] ?? '';
}

function sizeOf(length: number): string {
  return SIZES.find(({ upTo }) => length <= upTo)?.size ?? '';
}
