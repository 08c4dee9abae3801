import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { parseId } from '@/lib/kernel/ids';
import { type AccountMailTopic, sendAccountMail } from '@/lib/notifications/send-account-mail';
import { runMail } from './run-mail';

const TOPIC_OF: Readonly<Record<string, AccountMailTopic>> = {
  'customers/sign-up.requested': 'customer-link',
  'customers/password-reset.requested': 'customer-link',
  'customers/sign-in-link.requested': 'customer-link',
  'customers/email-change.requested': 'customer-link',
  'customers/erasure-link.requested': 'customer-link',
  'customers/email.changed': 'customer-email-changed',
  'staff/password-reset.requested': 'staff-link',
  'staff/member.invited': 'staff-link',
};

/** Sends links to accounts. Somebody waits for them, so they do not queue behind mails about orders. */
export const sendAccountMailOnEvent = inngest.createFunction(
  {
    // Named when passwords were all that links were for; what is under way goes by it.
    id: 'send-password-mail',
    name: 'Send a mail about an account',
    triggers: Object.keys(TOPIC_OF).map((event) => ({ event })),
    retries: 6,
    concurrency: { limit: 5 },
  },
  async ({ event }) => {
    const topic = TOPIC_OF[event.name];
    const data: Readonly<Record<string, unknown>> = event.data;
    const linkId = parseId('link', data.linkId);
    if (topic === undefined || linkId === null) throw new NonRetriableError(`${event.name} names no link.`);
    return runMail(() => sendAccountMail(topic, linkId));
  },
);
