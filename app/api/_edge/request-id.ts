import { newId } from '@/lib/kernel/ids';

const PLAUSIBLE = /^[A-Za-z0-9._-]{8,128}$/;

/** The caller's own id for this request if it is one, so that both sides' logs meet; else a new one. */
export function requestId(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given !== null && PLAUSIBLE.test(given) ? given : newId('req');
}
