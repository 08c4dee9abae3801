import { query } from '@/db/client';
import { fromUuid, type MailId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { MAIL_STATUSES, type Mail, type MailStatus } from './model';

type Row = {
  id: string;
  kind: string;
  order_id: string | null;
  recipient: string | null;
  subject: string | null;
  html: string | null;
  text: string | null;
  status: string;
  error: string | null;
  message_id: string;
  created_ms: string;
  sent_ms: string | null;
};

type Filter = {
  readonly orderId?: OrderId | undefined;
  readonly recipient?: string | undefined;
  readonly kind?: string | undefined;
  readonly status?: MailStatus | undefined;
  /** The last mail of the page before. */
  readonly after?: MailId | undefined;
  readonly limit: number;
};

/** A page of the mails that orders had sent, newest first. One statement. Mails to staff and links are nobody's to read. */
export async function listMails(filter: Filter): Promise<{ items: Mail[]; nextCursor: MailId | null }> {
  const { orderId, recipient, kind, status } = filter;
  // What is not asked for is no part of the statement: each has an index of its own, and a plan by name keeps to it.
  const isUnsent = status !== undefined && status !== 'sent';
  const rows = await query<Row>(
    `list_mails${orderId ? '_of_order' : ''}${recipient ? '_to' : ''}${kind ? '_of_kind' : ''}${isUnsent ? '_unsent' : status ? '_sent' : ''}`,
    `select id::text, kind, order_id::text, recipient, subject, html, text, status, error, message_id,
       (extract(epoch from created_at) * 1000)::float8::text as created_ms,
       (extract(epoch from sent_at) * 1000)::float8::text as sent_ms
     from mails
     where ${orderId === undefined ? 'order_id is not null and $2::uuid is null' : 'order_id = $2::uuid'}
       and ${kind === undefined ? '$4::text is null' : 'kind = $4'} and ${status === undefined ? '$5::text is null' : 'status = $5'}
       and ${recipient === undefined ? '$6::text is null' : 'lower(recipient) = lower($6)'}
       ${isUnsent ? "and status <> 'sent'" : ''}
       and ($3::uuid is null or id < $3::uuid)
     order by mails.id desc limit $1::int`,
    [
      filter.limit + 1,
      orderId === undefined ? null : toUuid(orderId),
      filter.after === undefined ? null : toUuid(filter.after),
      kind ?? null,
      status ?? null,
      recipient ?? null,
    ],
  );
  const items = rows.slice(0, filter.limit).map(toMail);
  return { items, nextCursor: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
}

function toMail({ id, order_id, recipient, message_id, created_ms, sent_ms, status, ...row }: Row): Mail {
  const at = (ms: string) => new Date(Number(ms)).toISOString();
  return {
    id: fromUuid('mail', id),
    ...row,
    orderId: order_id === null ? null : fromUuid('ord', order_id),
    to: recipient,
    status: MAIL_STATUSES.find((known) => known === status) ?? 'failed',
    messageId: message_id,
    createdAt: at(created_ms),
    sentAt: sent_ms === null ? null : at(sent_ms),
  };
}
