import { createHash } from 'node:crypto';

const script = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
/** What a browser runs, and asks the policy for; JSON-LD and other data it does not. */
const isRun = (attributes: string) => {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
  return (
    type === '' ||
    /^(?:module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)$/.test(type)
  );
};

/** The sources that a policy needs for the inline scripts of a document: `'sha256-…'`, each once. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', body = ''] of html.matchAll(script)) {
    if (/\bsrc\s*=/i.test(attributes) || body === '' || !isRun(attributes)) continue;
    hashes.add(`'sha256-${createHash('sha256').update(body).digest('base64')}'`);
  }
  return [...hashes];
}
