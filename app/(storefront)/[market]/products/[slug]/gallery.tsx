import { Picture, PLACEHOLDER } from '@/app/components/picture';
import type { ProductImage } from '@/lib/catalog/model';

const SIZES = '(min-width: 100rem) 54rem, (min-width: 56rem) 55vw, 92vw';

/** The pictures: side by side to swipe through on a phone, below each other on a desk. */
export function Gallery({
  images,
  title,
  label,
}: {
  images: readonly ProductImage[];
  title: string;
  label: string;
}) {
  // Pictures that are not rendered yet all look the same: one stands for them.
  const drawn = images.filter((image) => image.url !== PLACEHOLDER);
  const [first, ...others] = drawn;
  if (others.length === 0)
    return <Picture image={first ?? null} title={title} plate="initial" sizes={SIZES} isFirst />;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
      tabIndex={0}
      className="-mx-4 flex snap-x snap-mandatory scroll-px-4 gap-4 overflow-x-auto px-4 md:mx-0 md:grid md:gap-8 md:overflow-visible md:px-0"
    >
      {drawn.map((image, index) => (
        <Picture
          key={image.url}
          image={image}
          title={title}
          sizes={SIZES}
          isFirst={index === 0}
          className="w-[88vw] shrink-0 snap-start md:w-auto"
        />
      ))}
    </section>
  );
}
