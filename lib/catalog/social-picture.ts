import { hmacSha256, isEqualInConstantTime } from '@/lib/kernel/hmac';
import { env } from '@/lib/platform/env';

/** What others show beside a link to us: 1.91 to 1, as they all crop to. */
export const SOCIAL_PICTURE = { width: 1200, height: 630 } as const;

const MAX_PICTURES = 3;
/** Changes with how it is drawn: an address means one picture for ever. */
const VERSION = 1;
const OURS = /^(\/(?:art|files)\/[\w-]+)-\d+\.(?:webp|avif)$/;
const NAME = /^([\w-]{1,600})\.([\w-]{43})\.jpg$/;

/**
 * Where the picture is that stands for these pictures together, the first of them first; null if none of them is ours. It is
 * drawn when it is first asked for, so its address carries our signature: nobody else's wishes cost us anything.
 */
export async function socialPicturePath(urls: readonly string[]): Promise<string | null> {
  const stems = urls.flatMap((url) => OURS.exec(url)?.[1] ?? []).slice(0, MAX_PICTURES);
  if (stems.length === 0) return null;
  const what = btoa(stems.join(' ')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `/social/${what}.${await sign(what)}.jpg`;
}

/** The pictures that a name of {@link socialPicturePath} stands for, at their largest; null if we never gave that name. */
export async function readSocialPictureName(name: string): Promise<readonly string[] | null> {
  const [, what, signature] = NAME.exec(name) ?? [];
  if (what === undefined || signature === undefined) return null;
  if (!isEqualInConstantTime(signature, await sign(what))) return null;
  const stems = atob(what.replaceAll('-', '+').replaceAll('_', '/')).split(' ');
  return stems.map((stem) => `${stem}-1600.webp`);
}

const sign = (what: string) => hmacSha256(env().APP_SECRET, `social picture ${VERSION} ${what}`);
