import { query } from '@/db/client';
import { newId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { describeError, log } from '@/lib/platform/log';
import type { MailKind, MailOutcome } from '../model';
import { isRefusal, type MailAttachment, type SmtpMessage, sendBySmtp } from './smtp';
import type { Language } from './texts';

export type MailToSend = {
  /** What it is and what about: `order-confirmation:ord_…`. A key is sent once. */
  readonly key: string;
  readonly kind: MailKind;
  readonly orderId?: OrderId;
  readonly to: string;
  readonly from: string;
  readonly language: Language;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** What its links open with: in the mail, not in what is kept of it. */
  readonly secrets: readonly string[];
  /** Not kept with the mail. */
  readonly attachments?: readonly MailAttachment[];
  /** Whether the recipient is still who it is for: a person may be erased while their mail is being made. */
  readonly isStillFor?: () => Promise<boolean>;
};

/** What hands a mail to the mail server; tests put their own around it. */
export type Send = (message: SmtpMessage) => Promise<void>;

/** Another run is sending the mail of this key right now, or died while it did: ask again after the lease. */
export class MailInFlight extends Error {
  override readonly name = 'MailInFlight';
}

/** Longer than a mail can take (see smtp.ts). */
export const LEASE_SECONDS = 30;
const MARK_TRIES = 3;
const MARK_PAUSE_MS = 300;

/**
 * Sends a mail once: its row is claimed, the server takes it, the row is marked. Whoever comes later finds it marked and does
 * nothing. Only where the process dies, or Postgres goes away, between the server's 250 and the mark is a mail sent again: no
 * order of the two steps could know better. It then has the same Message-ID, by which mail programs show it once.
 */
export async function deliverMail(mail: MailToSend, send: Send = sendBySmtp): Promise<MailOutcome> {
  const claim = await claimMail(mail);
  if (claim === 'sent') return 'already-sent';
  // Asked once the row is there: an erasure that comes later finds it.
  if (mail.isStillFor !== undefined && !(await mail.isStillFor())) {
    await forgetContent(claim.id);
    return 'nobody';
  }
  const subject = oneLine(mail.subject);
  try {
    const { from, to, html, text, attachments } = mail;
    const message = { from, to, subject, html, text, messageId: claim.messageId };
    await send(attachments === undefined ? message : { ...message, attachments });
  } catch (error) {
    await noteFailure(claim.id, error);
    if (!isRefusal(error)) throw error;
    log('warn', 'mail:refused', { kind: mail.kind, key: mail.key });
    return 'refused';
  }
  await markSent(claim.id);
  return 'sent';
}

/** `<order-confirmation.ord_…@shop.example>`: the same for every try, so that duplicates can be told. */
export function messageIdOf(key: string): string {
  return `<${key.replaceAll(/[^A-Za-z0-9_-]+/g, '.')}@${new URL(env().PUBLIC_URL).hostname}>`;
}

async function claimMail(mail: MailToSend): Promise<'sent' | { id: string; messageId: string }> {
  const kept = (text: string) => mail.secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  const [mine] = await query<{ id: string; messageId: string }>(
    'claim_mail',
    `insert into mails (id, key, kind, order_id, recipient, language, subject, html, text, message_id, status, attempts,
                        leased_until)
     values ($1::uuid, $2, $3, $4::uuid, $5, $6, $7, $8, $9, $10, 'queued', 1, now() + make_interval(secs => $11::int))
     on conflict (key) do update
     set status = 'queued', attempts = mails.attempts + 1, leased_until = excluded.leased_until,
         recipient = excluded.recipient, language = excluded.language, subject = excluded.subject,
         html = excluded.html, text = excluded.text
     where mails.status <> 'sent' and (mails.leased_until is null or mails.leased_until <= now())
     returning id::text, message_id as "messageId"`,
    [
      toUuid(newId('mail')),
      mail.key,
      mail.kind,
      mail.orderId === undefined ? null : toUuid(mail.orderId),
      mail.to,
      mail.language,
      kept(oneLine(mail.subject)),
      kept(mail.html),
      kept(mail.text),
      messageIdOf(mail.key),
      LEASE_SECONDS,
    ],
  );
  if (mine !== undefined) return mine;
  const [other] = await query<{ status: string }>(
    'find_mail_status',
    'select status from mails where key = $1',
    [mail.key],
  );
  if (other?.status === 'sent') return 'sent';
  throw new MailInFlight(`The mail ${mail.key} is being sent by another run.`);
}

/** The mail is out: a moment without Postgres must not have it sent again. */
async function markSent(id: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await query(
        'mark_mail_sent',
        `update mails set status = 'sent', sent_at = now(), leased_until = null, error = null where id = $1::uuid`,
        [id],
      );
      return;
    } catch (error) {
      if (tries === MARK_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, MARK_PAUSE_MS));
    }
  }
}

async function forgetContent(id: string): Promise<void> {
  await query(
    'forget_mail_content',
    `update mails set status = 'failed', leased_until = null, recipient = null, subject = null, html = null, text = null
     where id = $1::uuid`,
    [id],
  );
}

async function noteFailure(id: string, error: unknown): Promise<void> {
  await query(
    'note_mail_failure',
    `update mails set status = 'failed', error = $2, leased_until = null where id = $1::uuid`,
    [id, describeError(error).slice(0, 500)],
  );
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
