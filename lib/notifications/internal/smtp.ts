import { createTransport } from 'nodemailer';
import { env } from '@/lib/platform/env';
import { within } from '@/lib/platform/within';

const CONNECT_MS = 5_000;
const SOCKET_MS = 10_000;
/** All of it, so that a step that sends a mail stays under 20 seconds. */
const SEND_MS = 15_000;

export type MailAttachment = {
  readonly filename: string;
  readonly content: Buffer;
  readonly contentType: string;
};

export type SmtpMessage = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly attachments?: readonly MailAttachment[];
};

type Transport = ReturnType<typeof openTransport>;

let transport: Transport | undefined;

function openTransport(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
    // Neither files nor addresses are ever fetched into a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Hands a mail to the mail server; returns once it has said 250. Throws what the server said, or that it did not. */
export async function sendBySmtp(message: SmtpMessage): Promise<void> {
  const { SMTP_URL } = env();
  if (SMTP_URL === undefined) throw new Error('There is no mail server: SMTP_URL is not set.');
  transport ??= openTransport(SMTP_URL);
  const { to, attachments = [], ...rest } = message;
  await within(
    SEND_MS,
    transport.sendMail({
      ...rest,
      attachments: [...attachments],
      // An object, so that nothing in the address is taken for a second one.
      to: { name: '', address: to },
      headers: { 'Auto-Submitted': 'auto-generated' },
    }),
    () => {
      throw new Error(`The mail server took longer than ${SEND_MS / 1_000} s.`);
    },
  );
}

/** Whether the server will never take it (5xx): another try is of no use. */
export function isRefusal(error: unknown): boolean {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' && code >= 500;
}

/** Closes the pool, for commands and tests that end; the next mail opens it anew. */
export function closeSmtp(): void {
  transport?.close();
  transport = undefined;
}
