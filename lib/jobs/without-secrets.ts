/** Ids, names of events, days, currencies, states: words without spaces that no person is called by. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9_./:+-]{0,79}$/;
const SECRET_NAME =
  /token|secret|password|passwd|authorization|cookie|email|address|phone|signature|apikey|api_key/i;
const MOST_ITEMS = 50;
const MOST_DEPTH = 6;
const LEFT_OUT = '…';

/** Data as it may be shown to whoever sees jobs: its ids, numbers and shape. What may be a secret or a person's is left out. */
export function withoutSecrets(data: unknown, depth = 0): unknown {
  if (data === null || typeof data === 'boolean' || typeof data === 'number') return data;
  if (typeof data === 'string') return PLAIN.test(data) ? data : LEFT_OUT;
  if (depth === MOST_DEPTH || typeof data !== 'object') return LEFT_OUT;
  if (Array.isArray(data)) {
    const shown = data.slice(0, MOST_ITEMS).map((item) => withoutSecrets(item, depth + 1));
    return data.length > MOST_ITEMS ? [...shown, LEFT_OUT] : shown;
  }
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      SECRET_NAME.test(name) ? LEFT_OUT : withoutSecrets(value, depth + 1),
    ]),
  );
}

/** An error's words without addresses of people, and without what follows the question mark of an address. */
export function maskWords(text: string): string {
  return text
    .replaceAll(/[^\s<>"'(),;]+@[^\s<>"'(),;]+/g, `${LEFT_OUT}@${LEFT_OUT}`)
    .replaceAll(/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g, `$1?${LEFT_OUT}`)
    .replaceAll(/\b(?:signkey|sk|dbk|whsec|Bearer)[-_ ][A-Za-z0-9._-]{8,}/g, LEFT_OUT);
}
