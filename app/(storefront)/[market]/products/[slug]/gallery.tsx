import { Picture, PLACEHOLDER } from '@/app/components/picture';
import type { ProductImage } from '@/lib/catalog/model';
import { largest } from './largest';
import { ZoomArea } from './zoom-area';

const SIZES = '(min-width: 100rem) 54rem, (min-width: 56rem) 55vw, 92vw';

/**
 * The pictures: side by side to swipe through on a phone, below each other on a desk. Each opens large; without scripts
 * it is a link to its file.
 */
export function Gallery({
  images,
  title,
  label,
  enlarge,
}: {
  images: readonly ProductImage[];
  title: string;
  label: string;
  enlarge: string;
}) {
  // Pictures that are not rendered yet all look the same: one stands for them.
  const drawn = images.filter((image) => image.url !== PLACEHOLDER);
  if (drawn.length === 0) return <Picture image={null} title={title} plate="initial" sizes={SIZES} isFirst />;
  const isRow = drawn.length > 1;
  return (
    <ZoomArea
      images={drawn}
      label={label}
      className={
        isRow
          ? '-mx-4 flex snap-x snap-mandatory scroll-px-4 gap-3 overflow-x-auto px-4 md:mx-0 md:grid md:gap-6 md:overflow-visible md:px-0'
          : ''
      }
    >
      {drawn.map((image, index) => (
        <a
          data-needs-script
          key={image.url}
          href={largest(image.url)}
          data-picture={index}
          className={`block cursor-zoom-in ${isRow ? 'w-[88vw] shrink-0 snap-start md:w-auto' : ''}`}
        >
          <span className="sr-only">{enlarge}: </span>
          <Picture image={image} title={title} sizes={SIZES} isFirst={index === 0} />
        </a>
      ))}
    </ZoomArea>
  );
}
