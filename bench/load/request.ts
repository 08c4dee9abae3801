/** An HTTP/1.1 request as text. `headers` are complete lines. */
export function request(
  method: string,
  path: string,
  headers: readonly string[] = [],
  body?: unknown,
): string {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...headers];
  if (body === undefined) return `${lines.join('\r\n')}\r\n\r\n`;
  const text = JSON.stringify(body);
  lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`);
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}

/** A buyer's address as a trusted proxy would tell it: every buyer has a rate limit of their own. */
export function buyerAddress(): string {
  const part = () => 1 + Math.floor(Math.random() * 254);
  return `X-Forwarded-For: 10.${part()}.${part()}.${part()}`;
}
