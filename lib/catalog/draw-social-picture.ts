import sharp, { type Sharp } from 'sharp';
import './internal/render-picture';
import { SOCIAL_PICTURE } from './social-picture';

const { width: WIDTH, height: HEIGHT } = SOCIAL_PICTURE;
/** The paper that shows between two pictures. */
const GAP = 12;
const PAPER = '#ffffff';
const MIN_SIDE = 360;
/** What is wider than this fills it all. */
const WIDE = 1.4;
/** How much of a picture's width is shown from near. */
const NEAR = 0.55;

/** `isFromTop`: what hangs in a room hangs high, so what is too much is taken off at the foot. */
type Panel = { readonly image: Sharp; readonly width: number; readonly isFromTop?: boolean };

/**
 * One picture for others to show: of one work, the whole of it and a look from near; of two, the whole of the first and the
 * other; of three, all alike. No words: whoever shows it writes the title beside.
 *
 * @throws if one of them is no picture
 */
export async function drawSocialPicture(pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const images = pictures.map((bytes) => sharp(bytes));
  const [first, second] = images;
  if (first === undefined) throw new Error('There is nothing to draw.');
  const { width, height } = await first.metadata();
  const ratio = width / height;
  const whole = Math.min(Math.max(Math.round(HEIGHT * ratio), MIN_SIDE), WIDTH - GAP - MIN_SIDE);
  const rest = WIDTH - GAP - whole;
  let panels: readonly Panel[];
  if (images.length > 2) panels = alike(images);
  else if (ratio > WIDE) panels = second === undefined ? alike([first]) : alike([first, second]);
  else
    panels = [
      { image: first, width: whole },
      { image: second ?? nearOf(first, width, height, rest), width: rest, isFromTop: true },
    ];
  return compose(panels);
}

function alike(images: readonly Sharp[]): readonly Panel[] {
  const width = Math.floor((WIDTH - GAP * (images.length - 1)) / images.length);
  return images.map((image) => ({ image, width }));
}

/** The middle of a picture, in the shape of what it is to fill. */
function nearOf(image: Sharp, width: number, height: number, panel: number): Sharp {
  const wide = Math.max(1, Math.min(Math.round(width * NEAR), Math.round((height * panel) / HEIGHT)));
  const high = Math.max(1, Math.min(height, Math.round((wide * HEIGHT) / panel)));
  return image.clone().extract({
    left: Math.floor((width - wide) / 2),
    top: Math.floor((height - high) / 2),
    width: wide,
    height: high,
  });
}

async function compose(panels: readonly Panel[]): Promise<Uint8Array> {
  let left = 0;
  const layers = [];
  for (const { image, width, isFromTop } of panels) {
    const input = await image
      .resize({ width, height: HEIGHT, fit: 'cover', position: isFromTop ? 'top' : 'centre' })
      .removeAlpha()
      .png({ compressionLevel: 0 })
      .toBuffer();
    layers.push({ input, left, top: 0 });
    left += width + GAP;
  }
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: PAPER } })
    .composite(layers)
    .jpeg({ quality: 82, progressive: true })
    .toBuffer();
}
