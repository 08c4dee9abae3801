/** What a response is: a page for a browser to show, or data for a program. */
export type ResponseKind = 'page' | 'api';

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(self), usb=()',
} as const;

/** A page's policy. `inline` are the sources that its inline scripts need, beside our own files. */
function policy(inline: readonly string[]): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    // Imported products keep their remote pictures.
    "img-src 'self' data: https:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const contentSecurityPolicy: Record<ResponseKind, string> = {
  // Where Next serves alone, nobody sees a static page between its making and its sending: it carries no nonce, and there is
  // no one to hash what Next starts it with. Our own edge does, and replaces this.
  page: policy(["'unsafe-inline'"]),
  api: "default-src 'none'; frame-ancestors 'none'",
};

/** The policy of a page whose inline scripts are known by their hashes (`'sha256-…'`): what else is inline does not run. */
export function pagePolicy(hashes: readonly string[]): string {
  return policy(hashes);
}

/**
 * The security headers of every response, names in lower case. The one table for both hosts: next.config.ts sends
 * them where Next serves alone, the embedded edge adds them to whatever lacks them. A host can be sent back to plain
 * HTTP only as long as HSTS was never sent, so that one is sent only by a shop whose public address is HTTPS.
 */
export function securityHeaders(
  kind: ResponseKind,
  publicUrl: string | undefined = process.env.PUBLIC_URL,
): Record<string, string> {
  return {
    ...everywhere,
    'content-security-policy': contentSecurityPolicy[kind],
    ...(publicUrl?.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
