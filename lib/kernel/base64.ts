const PIECE = 0x8000;

/** Bytes as base64 text. Node's own way where there is one: it is a hundred times faster. */
export function toBase64(bytes: Uint8Array): string {
  if ('Buffer' in globalThis) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  }
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

/** The bytes of base64 text; white space in it counts for nothing, as in what Postgres writes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if ('Buffer' in globalThis) return new Uint8Array(Buffer.from(text, 'base64'));
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
