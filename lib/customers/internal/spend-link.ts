import { callFunction } from '@/db/client';
import { type CustomerId, fromUuid, newId, toUuid } from '@/lib/kernel/ids';
import { readPasswordLinkToken } from '@/lib/platform/password-link';

/** What a link that was mailed to an address may be for, where no account is named in it. */
export type AddressPurpose = 'sign-up' | 'reset' | 'sign-in';

type Answer = { outcome: 'used'; customerId: string } | { outcome: 'link-invalid' };

/**
 * Spends the link behind a token, once; with a hash its reader gets that password, and an account if they have none. Null: the
 * token opens nothing (any more), or not this.
 */
export async function spendLink(
  token: string,
  use: { readonly purposes: readonly AddressPurpose[]; readonly passwordHash?: string },
): Promise<CustomerId | null> {
  const link = await readPasswordLinkToken('customer', token);
  if (link === null) return null;
  const answer = await callFunction<Answer>('use_customer_link', {
    ...use,
    linkId: toUuid(link),
    customerId: toUuid(newId('cust')),
  });
  return answer.outcome === 'used' ? fromUuid('cust', answer.customerId) : null;
}
