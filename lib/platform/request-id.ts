import { newId } from '@/lib/kernel/ids';

const PLAUSIBLE = /^[A-Za-z0-9._-]{8,128}$/;

/** The caller's own id for this request if it is fit to be logged, so that both sides' logs meet; else a new one. */
export function requestId(given: string | null | undefined): string {
  return given && PLAUSIBLE.test(given) ? given : newId('req');
}
