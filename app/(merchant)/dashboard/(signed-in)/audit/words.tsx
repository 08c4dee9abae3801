import type { Schema } from '@/app/(merchant)/_api/client';
import { Link } from '@/app/(merchant)/_ui/link';

/** A deed in words: `product.updated` is `Product updated`. */
export function deedWords(action: string): string {
  const text = action.replaceAll(/[._-]+/g, ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Where things of the shop have their page, by how their ids begin. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  prod: (id) => `/dashboard/products/${id}`,
  ord: (id) => `/dashboard/orders/${id}`,
  cust: (id) => `/dashboard/customers/${id}`,
  disc: (id) => `/dashboard/discounts/${id}`,
  hook: (id) => `/dashboard/settings/webhooks/${id}`,
  zone: () => '/dashboard/settings/shipping',
  tax: () => '/dashboard/settings/taxes',
  key: () => '/dashboard/settings/api-keys',
  staff: () => '/dashboard/settings/people',
  shop: () => '/dashboard/settings/shop',
};

const named = (state: unknown): string | null => {
  if (typeof state !== 'object' || state === null) return null;
  for (const name of ['name', 'title', 'code', 'email', 'url']) {
    const value = (state as Record<string, unknown>)[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
};

/** What was changed: by its name where the entry knows it, as a link where it has a page. */
export function SubjectLink({ entry: { subject, before, after, action } }: { entry: Schema<'AuditEntry'> }) {
  const label = named(after) ?? named(before) ?? subject;
  const href = action.startsWith('content.')
    ? `/dashboard/content/${subject}`
    : PAGES[subject.split('_')[0] ?? '']?.(subject);
  if (href === undefined || /\.(removed|deleted)$/.test(action))
    return <span className="break-all">{label}</span>;
  return (
    <Link href={href} className="break-all underline underline-offset-4">
      {label}
    </Link>
  );
}
