import type { CustomerId } from '@/lib/kernel/ids';
import { isPassword } from '@/lib/platform/password';
import { readPasswordLinkToken } from '@/lib/platform/password-link';
import { endCustomerSessions } from './end-sessions';
import { callEraseCustomer } from './internal/call-erase-customer';
import { findWithPassword } from './internal/standing';
import type { OpenOrder } from './model';

/** What shows that it is them who ask, and mean it: the password, or the token of a link that was sent to them for this. */
export type ErasureProof = { readonly password: string } | { readonly token: string };

export type ErasureOutcome =
  | { readonly ok: true; readonly orderCount: number }
  | { readonly ok: false; readonly reason: 'wrong-password' | 'link-invalid' | 'unauthenticated' }
  /** Something of theirs is still being paid for, sent or given back: the shop needs to know to whom. */
  | { readonly ok: false; readonly reason: 'orders-open'; readonly orders: readonly OpenOrder[] };

/**
 * Erases a customer who asks for it themselves, as `eraseCustomer` does, and signs them out everywhere. Not while orders of theirs
 * are under way. Node only: it asks for the password.
 */
export async function eraseOwnAccount(
  id: CustomerId,
  proof: ErasureProof,
  requestId?: string,
): Promise<ErasureOutcome> {
  let link = null;
  if ('token' in proof) {
    link = await readPasswordLinkToken('customer', proof.token);
    if (link === null) return { ok: false, reason: 'link-invalid' };
  } else {
    const found = await findWithPassword(id);
    if (!(await isPassword(proof.password, found?.passwordHash ?? null)) || found === null)
      return { ok: false, reason: 'wrong-password' };
  }
  const answer = await callEraseCustomer(id, { actor: id, requestId }, { link });
  switch (answer.outcome) {
    case 'erased':
      await endCustomerSessions(id);
      return { ok: true, orderCount: answer.orders };
    case 'orders-open':
      return { ok: false, reason: 'orders-open', orders: answer.orders };
    case 'link-invalid':
      return { ok: false, reason: 'link-invalid' };
    case 'customer-not-found':
      return { ok: false, reason: 'unauthenticated' };
  }
}
