const RENDERED = /-\d+\.(?:webp|avif)$/;

/** Whether a picture is one that we rendered, in several widths and formats. */
export const isOurs = (url: string): boolean => RENDERED.test(url);

/** The largest rendering of a picture of ours, in a format; another's picture has only itself. */
export function largest(url: string, format: 'webp' | 'avif' = 'webp'): string {
  return url.replace(RENDERED, `-1600.${format}`);
}
