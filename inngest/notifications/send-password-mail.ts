import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { parseId } from '@/lib/kernel/ids';
import { sendPasswordMail } from '@/lib/notifications/send-password-mail';
import { runMailStep } from './run-mail-step';

const WORLD_OF: Readonly<Record<string, 'staff' | 'customer'>> = {
  'customers/sign-up.requested': 'customer',
  'customers/password-reset.requested': 'customer',
  'staff/password-reset.requested': 'staff',
  'staff/member.invited': 'staff',
};

/** Sends links for passwords. Somebody waits for them, so they do not queue behind mails about orders. */
export const sendPasswordMailOnEvent = inngest.createFunction(
  {
    id: 'send-password-mail',
    name: 'Send a link for a password',
    triggers: Object.keys(WORLD_OF).map((event) => ({ event })),
    retries: 6,
    concurrency: { limit: 5 },
  },
  async ({ event, step }) => {
    const world = WORLD_OF[event.name];
    const data: Readonly<Record<string, unknown>> = event.data;
    const linkId = parseId('link', data.linkId);
    if (world === undefined || linkId === null) throw new NonRetriableError(`${event.name} names no link.`);
    return runMailStep(step, () => sendPasswordMail(world, linkId));
  },
);
