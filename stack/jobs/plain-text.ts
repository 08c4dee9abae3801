/** Text that Postgres can keep: without NULs, and without halves of characters. */
export function plainText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
