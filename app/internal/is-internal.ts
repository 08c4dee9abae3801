import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/platform/env';

/** Whether a request comes from our own processes: it carries INTERNAL_TOKEN, which our edge takes off everybody else's. */
export function isInternal(request: Request): boolean {
  const { INTERNAL_TOKEN } = env();
  const given = request.headers.get('x-internal-token');
  return INTERNAL_TOKEN !== undefined && given !== null && isSame(given, INTERNAL_TOKEN);
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
