import { z } from 'zod';
import { shop } from './shop';
import { eventually } from './wait';

const mailShape = z.object({
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string().optional(),
});

export type ReceivedMail = z.infer<typeof mailShape>;

const ARRIVES_WITHIN_MS = 20_000;

/** Whether this run knows where the stack's mail page is. */
export const mailPageKnown = shop.stack.SMTP_URL !== undefined;

/** What has arrived for an address so far, newest first, by the API of the mail page. */
export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const smtp = new URL(shop.stack.SMTP_URL ?? '');
  const page = `http://${smtp.hostname}:${Number(smtp.port) + 1}/api/messages?to=${encodeURIComponent(address)}`;
  const answer = await fetch(page);
  return z.object({ items: z.array(mailShape) }).parse(await answer.json()).items;
}

/** The newest mail to an address whose subject fits, once it has arrived. */
export function mailTo(address: string, subject: RegExp): Promise<ReceivedMail> {
  return eventually(`a mail ${subject} reaches ${address}`, ARRIVES_WITHIN_MS, async () =>
    (await mailsTo(address)).find((mail) => subject.test(mail.subject)),
  );
}
