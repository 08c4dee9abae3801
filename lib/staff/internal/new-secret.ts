const RANDOM_BYTES = 32;

/** A new API key: 256 random bits, and a beginning by which scanners for leaked secrets can know it. */
export function newSecret(): string {
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  const text = btoa(String.fromCharCode(...random));
  return `dbk_${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}
