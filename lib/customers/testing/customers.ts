import { query } from '@/db/client';
import { newId, parseId } from '@/lib/kernel/ids';
import { passwordLinkToken } from '@/lib/platform/password-link';
import { chooseCustomerPassword } from '../choose-password';
import { requestSignUp } from '../request-link';

export const PASSWORD = 'correct horse battery';

export const newAddress = () => `Bo.${newId('req')}@Example.com`;

/** The links that were announced for an address, oldest first, each with its token. */
export async function linksOf(address: string) {
  const rows = await query<{ name: string; data: { linkId: string } }>(
    'test_customer_links',
    `select o.name, o.data from outbox o join customer_password_links l
       on o.data ->> 'linkId' = 'link_' || replace(l.id::text, '-', '')
     where lower(l.email) = lower($1) order by o.id`,
    [address],
  );
  return Promise.all(
    rows.map(async ({ name, data }) => {
      const link = parseId('link', data.linkId) ?? newId('link');
      return { name, link, token: await passwordLinkToken('customer', link) };
    }),
  );
}

export async function lastLink(address: string) {
  const link = (await linksOf(address)).at(-1);
  if (link === undefined) throw new Error('no link was announced');
  return link;
}

/** Makes a customer as people do it, signed in. */
export async function signUp(email = newAddress(), password = PASSWORD) {
  await requestSignUp({ email, name: 'Bo' });
  const { token } = await lastLink(email);
  const chosen = await chooseCustomerPassword({ token, newPassword: password });
  if (!chosen.ok) throw new Error(chosen.reason);
  return { ...chosen.value, id: chosen.value.session.customer.id, email };
}
