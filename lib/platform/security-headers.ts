/** What a response is: a page for a browser to show, or data for a program. */
export type ResponseKind = 'page' | 'api';

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(self), usb=()',
} as const;

const contentSecurityPolicy: Record<ResponseKind, string> = {
  page: [
    "default-src 'self'",
    // Static pages carry no nonce and Next starts them with inline scripts; hashes come with the page cache.
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    // Imported products keep their remote pictures.
    "img-src 'self' data: https:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  api: "default-src 'none'; frame-ancestors 'none'",
};

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
