import { env } from '@/lib/platform/env';

/** Where the shop is reached from outside: what canonical addresses begin with. */
export function publicUrl(): URL {
  return new URL(env().PUBLIC_URL);
}
