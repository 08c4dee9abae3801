import { createHash } from 'node:crypto';

/** The widths every picture is rendered at; the height is five quarters of it. */
export const pictureWidths = [400, 800, 1600] as const;

/** The formats, best first. */
export const pictureFormats = ['avif', 'webp'] as const;

export type PictureWidth = (typeof pictureWidths)[number];
export type PictureFormat = (typeof pictureFormats)[number];

/**
 * The qualities a picture is encoded with, by how heavy it is: pages full of thin lines would otherwise take ten times the
 * bytes of a page of flat colour. The widest file goes lower than the others: it is shown at half its size on the screens
 * that ask for it. WebP is for the few browsers without AVIF.
 */
export const qualities = {
  avif: { 400: [46, 40, 34], 800: [44, 34, 24], 1600: [40, 27, 17] },
  webp: { 400: [64, 44, 26], 800: [44, 22, 8], 1600: [30, 11, 2] },
} as const satisfies Record<PictureFormat, Record<PictureWidth, readonly [number, number, number]>>;

export type PictureWeight = 0 | 1 | 2;

/** How heavy a picture is, told by its smallest file. A view beside the print may lose more: what it shows is elsewhere. */
export function pictureWeight(smallestBytes: number, isView: boolean): PictureWeight {
  const weight = smallestBytes < 8_000 ? 0 : smallestBytes < 13_000 ? 1 : 2;
  return isView || weight === 2 ? (Math.min(2, weight + 1) as PictureWeight) : weight;
}

/** The file of a picture, relative to public/art. */
export function pictureFile(name: string, width: PictureWidth, format: PictureFormat): string {
  return `${name}-${width}.${format}`;
}

/** What a rendered picture was made from: its SVG and how pictures are encoded, as 64 hex digits. */
export function pictureHash(svg: string): string {
  return createHash('sha256').update(JSON.stringify(qualities)).update(svg).digest('hex');
}
