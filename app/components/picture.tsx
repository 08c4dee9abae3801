import { Plate, type PlateKind } from './plate';
import { ResponsivePicture } from './responsive-picture';

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
  return (
    <ResponsivePicture
      image={image}
      sizes={sizes}
      isFirst={isFirst}
      width={800}
      height={1000}
      className={`aspect-4/5 ${className}`}
      fit="object-contain"
    />
  );
}
