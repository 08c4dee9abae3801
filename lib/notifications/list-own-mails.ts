import { query } from '@/db/client';
import { fromUuid, type MailId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';

/** A mail as its reader may have it again: as text, without what its links open. */
export type OwnMail = {
  readonly kind: string;
  readonly orderId: OrderId | null;
  readonly to: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly sentAt: string | null;
};

type Row = {
  id: string;
  kind: string;
  order_id: string | null;
  recipient: string | null;
  subject: string | null;
  text: string | null;
  sent_ms: string | null;
};

const COLUMNS = `id::text, kind, order_id::text, recipient, subject, text,
  (extract(epoch from sent_at) * 1000)::float8::text as sent_ms`;

const toMail = ({ kind, order_id, recipient, subject, text, sent_ms }: Row): OwnMail => ({
  kind,
  orderId: order_id === null ? null : fromUuid('ord', order_id),
  to: recipient,
  subject,
  text,
  sentAt: sent_ms === null ? null : new Date(Number(sent_ms)).toISOString(),
});

/** The mails that some orders had sent, oldest first. One statement. */
export async function listMailsAbout(orders: readonly OrderId[]): Promise<OwnMail[]> {
  const rows = await query<Row>(
    'list_mails_about_orders',
    `select ${COLUMNS} from mails where order_id = any ($1::uuid[]) order by id`,
    [`{${orders.map(toUuid).join(',')}}`],
  );
  return rows.map(toMail);
}

/** An address that somebody had, and until when. */
export type FormerEmail = { readonly email: string; readonly until: string };

/** A page of the mails that are about no order to an address, and to those that were its owner's before, oldest first. One statement. */
export async function listMailsTo(
  email: string,
  former: readonly FormerEmail[],
  page: { readonly limit: number; readonly after?: MailId | undefined },
): Promise<Page<OwnMail, MailId>> {
  const rows = await query<Row>(
    'list_mails_to_address',
    `select ${COLUMNS} from mails
     where order_id is null and ($2::uuid is null or id > $2::uuid) and (
       lower(recipient) = lower($1)
       or id = any (array(
         select m.id from jsonb_to_recordset($4::jsonb) as former (email text, until timestamptz)
         join mails m on lower(m.recipient) = lower(former.email) and m.created_at < former.until + interval '1 hour')))
     order by id limit $3::int`,
    [email, page.after === undefined ? null : toUuid(page.after), page.limit + 1, JSON.stringify(former)],
  );
  const { items, nextCursor } = toPage(rows, page.limit, ({ id }) => fromUuid('mail', id));
  return { items: items.map(toMail), nextCursor };
}
