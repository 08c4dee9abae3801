import { query } from '@/db/client';

/** How the shop's mails introduce themselves: its name, and the sender as settings have it (an address, or `Name <address>`). */
export type MailSender = { readonly shop: string; readonly from: string };

/** Who sends the shop's mails, as settings say now. Throws if the database was never set up. */
export async function getMailSender(): Promise<MailSender> {
  const [row] = await query<MailSender>(
    'get_mail_sender',
    'select name as shop, mail_sender as "from" from shop_settings',
    [],
  );
  if (row === undefined) throw new Error('The shop has no settings: its database was not set up.');
  return row;
}
