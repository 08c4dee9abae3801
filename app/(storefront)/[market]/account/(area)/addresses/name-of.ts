import type { PostalAddress } from '@/lib/customers/model';

/** An address in one line: what it is called in a list, and by those who hear its buttons. */
export function nameOf({ name, line1, city }: PostalAddress): string {
  return [name, line1, city].join(', ');
}
