import * as contract from '@/app/api/_contract/auth';
import { countSignIn } from '@/app/api/_edge/count-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { aboutSession } from '@/lib/platform/session-about';
import { sessionCookie } from '@/lib/platform/session-cookie';
import { changeStaffPassword } from '@/lib/staff/change-password';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.changeStaffPassword, async ({ actor, body, request, requestId }) => {
    const limited = await countSignIn('staff', actor.member.email, request);
    if (limited !== null) return limited;
    const outcome = await changeStaffPassword(actor.member.id, body, {
      requestId,
      about: aboutSession(request.headers),
    });
    if (!outcome.ok) {
      if (outcome.reason === 'unauthenticated') return refuse('unauthenticated');
      const errors = [{ path: 'currentPassword', message: 'This is not the present password.' }];
      return refuse('validation-failed', { errors });
    }
    const { session, token } = outcome.value;
    return reply(200, session, { 'set-cookie': sessionCookie('staff', request, token) });
  }),
);
