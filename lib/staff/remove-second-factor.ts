import type { StaffId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { forgetSecondFactor } from './internal/forget-second-factor';
import { spendCode } from './internal/spend-code';

type Context = { readonly requestId?: string | undefined; readonly nowMs?: number };

/** Takes a member's own second factor away, by a code of it. */
export async function removeSecondFactor(
  id: StaffId,
  code: string,
  context: Context = {},
): Promise<Outcome<undefined, 'wrong-code'>> {
  if (!(await spendCode(id, code, context))) return no('wrong-code');
  const { requestId } = context;
  await forgetSecondFactor(id, { actor: id, action: 'staff.second-factor-removed', requestId });
  return ok();
}
