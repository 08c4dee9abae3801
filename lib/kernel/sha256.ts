const encoder = new TextEncoder();

/** SHA-256 of text (as UTF-8) or bytes: 32 bytes. */
export async function sha256(input: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** SHA-256 of text (as UTF-8) or bytes as 64 lowercase hex digits. */
export async function sha256Hex(input: string | Uint8Array<ArrayBuffer>): Promise<string> {
  let text = '';
  for (const byte of await sha256(input)) text += byte.toString(16).padStart(2, '0');
  return text;
}
