/** The widths in which every picture of ours exists, as WebP and AVIF. */
const WIDTHS = [400, 800, 1600] as const;

const OURS = /^(\/.+)-\d+\.(?:webp|avif)$/;

export type PictureSources = {
  readonly src: string;
  readonly avif: string | undefined;
  readonly webp: string | undefined;
};

/** All renderings of a picture, known from the address of one of them. A picture that is not ours has only itself. */
export function pictureSources(url: string): PictureSources {
  const stem = OURS.exec(url)?.[1];
  if (stem === undefined) return { src: url, avif: undefined, webp: undefined };
  const set = (format: string) => WIDTHS.map((width) => `${stem}-${width}.${format} ${width}w`).join(', ');
  return { src: url, avif: set('avif'), webp: set('webp') };
}
