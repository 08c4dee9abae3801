import { pictureSources } from '@/app/components/picture-sources';

/** A collection's own picture, as wide as the page and cut to a band. Only what it is shows; its title stands beside it. */
export function CollectionPicture({
  image,
  isFirst = false,
}: {
  image: { readonly url: string; readonly alt: string };
  /** Whether it is the first thing that a page shows. */
  isFirst?: boolean;
}) {
  const { src, avif, webp } = pictureSources(image.url);
  const sizes = '(min-width: 100rem) 96rem, 100vw';
  return (
    <picture className="block aspect-[4/3] overflow-hidden bg-ground md:aspect-[5/2]">
      {avif ? <source type="image/avif" srcSet={avif} sizes={sizes} /> : null}
      <img
        src={src}
        srcSet={webp}
        sizes={webp === undefined ? undefined : sizes}
        alt={image.alt}
        width={1600}
        height={640}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        decoding="async"
        className="size-full object-cover"
      />
    </picture>
  );
}
