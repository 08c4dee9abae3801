import { ApiFault } from '@/app/(merchant)/_api/client';
import { noAnswer } from '@/app/components/api/call-api';

/** Twice what a mark is shown at. */
const BOX = { width: 640, height: 160 };

/** Whatever picture a browser can show, as a PNG of the size that a mark is kept in. */
export async function pngOf(file: File): Promise<Blob> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    // A drawing without a size of its own fills the box.
    const [width, height] = [image.naturalWidth || BOX.width, image.naturalHeight || BOX.height];
    const scale = Math.min(1, BOX.width / width, BOX.height / height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob !== null) return blob;
    throw new Error('The canvas gave nothing.');
  } catch {
    const message = 'Your browser cannot read this picture. Take a PNG, JPEG, WebP or SVG file.';
    throw new ApiFault({ ...noAnswer, code: 'validation-failed', errors: [{ path: '', message }] });
  } finally {
    URL.revokeObjectURL(url);
  }
}
