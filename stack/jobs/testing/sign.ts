import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';

const withoutPrefix = (key: string) => key.replace(/^signkey-\w+-/, '');

/** The `x-inngest-signature` of a body, written down here again so that an error of the engine's own does not hide itself. */
export function sign(body: string, signingKey: string, at = Math.floor(Date.now() / 1000)): string {
  const canonical = canonicalize(JSON.parse(body)) ?? '';
  const mac = createHmac('sha256', withoutPrefix(signingKey)).update(canonical).update(String(at));
  return `t=${at}&s=${mac.digest('hex')}`;
}

/** What an app sends as its bearer token: never the key itself. */
export function hashedKey(signingKey: string): string {
  const [prefix = ''] = /^signkey-\w+-/.exec(signingKey) ?? [];
  return (
    prefix +
    createHash('sha256')
      .update(Buffer.from(withoutPrefix(signingKey), 'hex'))
      .digest('hex')
  );
}
