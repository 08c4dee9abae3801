import sharp from 'sharp';
import { callFunction } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { readFile } from '@/lib/platform/files/read-file';
import { type Draft, finishFile, storeFile } from '@/lib/platform/files/write-file';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { SHOP } from '@/lib/platform/tags/tag';
import { type SettingsRow, toSettings } from './internal/rows';
import type { Settings } from './model';

/** Twice what it is shown at, for fine screens. */
const BOX = { width: 640, height: 160 };
const MOST_PIXELS = 4_096 * 4_096;

/** Gives the shop its mark: a PNG, made to fit and kept as WebP. Node only: it decodes the picture. */
export async function setLogo(draft: Draft, context: WriteContext): Promise<Outcome<Settings, 'no-picture'>> {
  const original = await finishFile(draft.draftId, {
    name: `logos/${draft.hash}.png`,
    mediaType: 'image/png',
    isPublic: false,
  });
  const bytes = new Uint8Array(await new Response(readFile(original)).arrayBuffer());
  const fitted = await shrink(bytes);
  if (fitted === null) return no('no-picture');
  const name = `${draft.hash}-${fitted.width}.webp`;
  await storeFile(fitted.bytes, { name, mediaType: 'image/webp', isPublic: true });
  return ok(await change({ logo_file: name, logo_height: fitted.height }, context));
}

/** Shows the shop's name instead of its mark. */
export const removeLogo = (context: WriteContext): Promise<Settings> =>
  change({ logo_file: null, logo_height: null }, context);

async function shrink(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array; width: number; height: number } | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if ((await picture.metadata()).format !== 'png') return null;
    const { data, info } = await picture
      .resize({ ...BOX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90, effort: 4 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    // What cannot be decoded is no picture, whatever it calls itself.
    return null;
  }
}

async function change(changes: object, context: WriteContext): Promise<Settings> {
  const { settings } = await callFunction<{ settings: SettingsRow }>('change_settings', {
    changes,
    auditId: toUuid(newId('aud')),
    ...context,
  });
  await bumpTags([SHOP]);
  return toSettings(settings);
}
