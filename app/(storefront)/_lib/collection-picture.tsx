import { ResponsivePicture } from '@/app/components/responsive-picture';

/** A collection's own picture, as wide as the page and cut to a band. Only what it is shows; its title stands beside it. */
export function CollectionPicture({
  image,
  isFirst = false,
}: {
  image: { readonly url: string; readonly alt: string };
  /** Whether it is the first thing that a page shows. */
  isFirst?: boolean;
}) {
  return (
    <ResponsivePicture
      image={image}
      sizes="(min-width: 100rem) 96rem, 100vw"
      isFirst={isFirst}
      width={1600}
      height={640}
      className="aspect-[4/3] overflow-hidden md:aspect-[5/2]"
      fit="object-cover"
    />
  );
}
