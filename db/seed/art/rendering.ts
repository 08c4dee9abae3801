import { createHash } from 'node:crypto';

/** The widths every picture is rendered at; the height is five quarters of it. */
export const pictureWidths = [400, 800, 1600] as const;

/** The formats, best first. */
export const pictureFormats = ['avif', 'webp'] as const;

export type PictureWidth = (typeof pictureWidths)[number];
export type PictureFormat = (typeof pictureFormats)[number];

/**
 * How a picture is encoded: the first of these qualities whose file fits the budget is kept, the last one in any
 * case. Pages full of thin lines would otherwise take ten times the bytes of a page of flat colour. The widest
 * file goes lower than the others: it is shown at half its size on the screens that ask for it.
 */
export const encoding = {
  avif: {
    400: { budgetKb: 8, qualities: [46, 38, 30] },
    800: { budgetKb: 16, qualities: [46, 36, 30] },
    1600: { budgetKb: 24, qualities: [42, 32, 22] },
  },
  webp: {
    400: { budgetKb: 9, qualities: [70, 50, 30] },
    800: { budgetKb: 19, qualities: [66, 42, 24] },
    1600: { budgetKb: 28, qualities: [60, 32, 12] },
  },
} as const satisfies Record<
  PictureFormat,
  Record<PictureWidth, { budgetKb: number; qualities: readonly [number, ...number[]] }>
>;

/** The file of a picture, relative to public/art. */
export function pictureFile(name: string, width: PictureWidth, format: PictureFormat): string {
  return `${name}-${width}.${format}`;
}

/** What a rendered picture was made from: its SVG and how it was encoded, as 64 hex digits. */
export function pictureHash(svg: string): string {
  return createHash('sha256').update(JSON.stringify(encoding)).update(svg).digest('hex');
}
