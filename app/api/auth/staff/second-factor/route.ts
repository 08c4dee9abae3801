import * as contract from '@/app/api/_contract/staff-account';
import { countSignIn } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { getShop } from '@/lib/shop/queries';
import { beginSecondFactor } from '@/lib/staff/begin-second-factor';
import { findSecondFactor } from '@/lib/staff/find-second-factor';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getSecondFactor, async ({ actor }) => reply(200, await findSecondFactor(actor.member.id))),
  handle(contract.beginSecondFactor, async ({ actor: { member }, body, request }) => {
    const limited = await countSignIn('staff', member.email, request);
    if (limited !== null) return limited;
    const begun = await beginSecondFactor(member, body.password, (await getShop()).name);
    if (begun.ok) return reply(200, begun.value);
    if (begun.reason === 'second-factor-set') return refuse(begun.reason);
    return refuse('validation-failed', {
      errors: [{ path: 'password', message: 'This is not your password.' }],
    });
  }),
);
