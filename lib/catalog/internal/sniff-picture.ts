/** What pictures may be. Never SVG, whatever it claims to be: it is a document that can hold scripts. */
export const PICTURE_TYPES = ['jpeg', 'png', 'gif', 'webp', 'avif'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** What bytes are by how they begin, null if they are no picture of ours. What their server calls them does not count. */
export function sniffPicture(bytes: Uint8Array): PictureType | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 3) === '\u00ff\u00d8\u00ff') return 'jpeg';
  if (text(0, 8) === '\u0089PNG\r\n\u001a\n') return 'png';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) === 'ftyp' && /avi[fs]/.test(text(8, 40))) return 'avif';
  return null;
}
