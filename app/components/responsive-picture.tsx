import { pictureSources } from './picture-sources';

type Props = {
  readonly image: { readonly url: string; readonly alt: string };
  /** How wide it is shown. */
  readonly sizes: string;
  /** Whether it is among the first things that a page shows: asked for at once, the others when they come near. */
  readonly isFirst: boolean;
  /** Its shape, so that nothing moves when it comes. */
  readonly width: number;
  readonly height: number;
  /** Of the frame, and of the picture in it. */
  readonly className: string;
  readonly fit: 'object-contain' | 'object-cover';
};

/** A picture in a frame, in the widths and formats that there are of it. */
export function ResponsivePicture({ image, sizes, isFirst, width, height, className, fit }: Props) {
  const { src, avif, webp } = pictureSources(image.url);
  return (
    <picture className={`block bg-ground ${isFirst ? '' : 'later-picture'} ${className}`}>
      {avif ? <source type="image/avif" srcSet={avif} sizes={sizes} /> : null}
      <img
        src={src}
        srcSet={webp}
        sizes={webp === undefined ? undefined : sizes}
        alt={image.alt}
        width={width}
        height={height}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        decoding="async"
        className={`size-full ${fit}`}
      />
    </picture>
  );
}
