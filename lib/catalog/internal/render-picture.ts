import { setImmediate as breathe } from 'node:timers/promises';
import sharp, { type Sharp } from 'sharp';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** As the shop's own art: what a page asks for (app/components/picture-sources.ts). */
export const PICTURE_WIDTHS = [400, 800, 1600] as const;
export const PICTURE_FORMATS = ['webp', 'avif'] as const;

export type Rendering = {
  readonly width: (typeof PICTURE_WIDTHS)[number];
  readonly format: (typeof PICTURE_FORMATS)[number];
  readonly bytes: Uint8Array;
};

/** `width` and `height` are the original's, as it is looked at. */
export type RenderedPicture = {
  readonly renderings: readonly Rendering[];
  readonly width: number;
  readonly height: number;
};

export type RenderRefusal = {
  readonly reason: 'not-renderable';
  readonly message: string;
  /** Whether it was only not ready in time. */
  readonly isSlow: boolean;
};

/** A few kilobytes can unpack to gigabytes. 40 megapixels is what good cameras make. */
const MAX_PIXELS = 40_000_000;
const MAX_SIDE = 16_000;
/** WebP cannot be higher; a picture that is taller than this is shown in part anyway. */
const TALLEST = 4;
const SECONDS = 12;
const WIDEST = Math.max(...PICTURE_WIDTHS);

// The decoders that pictures need, and no other: libvips knows formats that were never meant for strangers' files.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
// One picture at a time on one core: others serve the shop. Nothing is asked for twice, so nothing is kept.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Renders a picture at each width as WebP and AVIF: upright (EXIF), without anything it says of its maker and place, in
 * sRGB, never larger than it is. It is unpacked once; all of it has 12 s.
 */
export async function renderPicture(bytes: Uint8Array): Promise<Outcome<RenderedPicture, RenderRefusal>> {
  const endsAt = performance.now() + SECONDS * 1000;
  const within = (image: Sharp) => {
    const restMs = endsAt - performance.now();
    if (restMs <= 0) throw new Error('timeout');
    return image.timeout({ seconds: Math.ceil(restMs / 1000) });
  };
  try {
    const original = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { autoOrient } = await original.metadata();
    const { width, height } = autoOrient;
    if (width > MAX_SIDE || height > MAX_SIDE) return notRenderable(`it is ${width} by ${height} pixels`);
    const { data, info } = await within(
      original
        .autoOrient()
        .resize({ width: WIDEST, height: WIDEST * TALLEST, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
        .raw(),
    ).toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const renderings: Rendering[] = [];
    for (const width of PICTURE_WIDTHS) {
      for (const format of PICTURE_FORMATS) {
        const scaled = sharp(data, { raw }).resize({
          width,
          height: width * TALLEST,
          fit: 'inside',
          withoutEnlargement: true,
        });
        renderings.push({ width, format, bytes: await within(ENCODE[format](scaled)).toBuffer() });
        await breathe();
      }
    }
    return ok({ renderings, width, height });
  } catch (error) {
    return explain(error);
  }
}

const ENCODE = {
  webp: (image: Sharp) => image.webp({ quality: 76, effort: 4 }),
  // The default effort takes up to 25 s a picture.
  avif: (image: Sharp) => image.avif({ quality: 52, effort: 2 }),
} as const;

const notRenderable = (message: string, isSlow = false) => no('not-renderable', { message, isSlow });

function explain(error: unknown): Outcome<never, RenderRefusal> {
  const said = error instanceof Error ? error.message : '';
  if (said.includes('pixel limit'))
    return notRenderable(`it has more than ${MAX_PIXELS / 1_000_000} million pixels`);
  if (said.includes('timeout')) return notRenderable('it takes too long to render', true);
  return notRenderable('it is broken, or no picture that we can read');
}
