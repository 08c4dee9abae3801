import { pictureSources } from './picture-sources';
import { Plate, type PlateKind } from './plate';

/** What the API gives for a picture that is not rendered yet. */
export const PLACEHOLDER = '/placeholder.svg';

/**
 * A product's picture in a 4:5 frame, whole, never cut. Without one of its own a plate with its title stands in. `sizes` says
 * how wide it is shown; the first picture of a page is asked for at once, the others when they come near.
 */
export function Picture({
  image,
  title,
  plate = 'title',
  sizes,
  isFirst = false,
  className = '',
}: {
  image: { readonly url: string; readonly alt: string } | null;
  title: string;
  plate?: PlateKind;
  sizes: string;
  isFirst?: boolean;
  className?: string;
}) {
  if (image === null || image.url === PLACEHOLDER) {
    return (
      <span className={`block aspect-4/5 overflow-hidden ${className}`}>
        <Plate title={title} kind={plate} />
      </span>
    );
  }
  const { src, avif, webp } = pictureSources(image.url);
  return (
    <picture className={`block aspect-4/5 bg-ground ${isFirst ? '' : 'later-picture'} ${className}`}>
      {avif ? <source type="image/avif" srcSet={avif} sizes={sizes} /> : null}
      <img
        src={src}
        srcSet={webp}
        sizes={webp === undefined ? undefined : sizes}
        alt={image.alt}
        width={800}
        height={1000}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        decoding="async"
        className="size-full object-contain"
      />
    </picture>
  );
}
