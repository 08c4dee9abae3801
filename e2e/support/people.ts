import { randomBytes, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Answer, call } from './client';
import { queryDatabase } from './database';
import { freshEmail, freshWord } from './fresh';
import type { Role } from './shapes';
import { shop } from './shop';
import { eventually } from './wait';

export type Credentials = { readonly email: string; readonly password: string };

export const PASSWORD = 'correct horse battery staple';

/** The sign-in that `npm start` prints, null where the run does not know the stack's folder. */
export function ownerCredentials(): Credentials | null {
  if (shop.stackDir === '') return null;
  const file = join(shop.stackDir, 'owner.json');
  return z.object({ email: z.string(), password: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Puts a member of staff into the shop's database: the API invites people, and this one has chosen a password already. */
export async function makeMember(role: Role): Promise<Credentials & { readonly id: string }> {
  const email = freshEmail();
  const [row] = await queryDatabase(
    `insert into staff (id, email, name, role, password_hash)
     values (new_uuid_v7(), $1, $2, $3, $4) returning id::text`,
    [email, `Member ${freshWord()}`, role, passwordHash()],
  );
  return { email, password: PASSWORD, id: String(row?.id) };
}

/** What the database keeps of {@link PASSWORD}. */
function passwordHash(): string {
  const salt = randomBytes(16).toString('hex');
  const key = scryptSync(PASSWORD, salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 });
  return `${salt}:${key.toString('hex')}`;
}

type World = 'staff' | 'customer';

/** Signs in and gives the answer with the cookie that it set, ready to be sent: `name=value`. */
export async function signIn(
  world: World,
  { email, password }: Credentials,
  options: { at?: string; cookie?: string; headers?: Record<string, string> } = {},
): Promise<{ answer: Answer; cookie: string }> {
  const { at, cookie, headers = {} } = options;
  const answer = await call('POST', `/api/auth/${world}/sign-in`, {
    json: { email, password },
    headers: { ...headers, ...(cookie === undefined ? {} : { cookie }) },
    ...(at === undefined ? {} : { at }),
  });
  return { answer, cookie: cookieOf(answer) };
}

/** The cookie that an answer sets, as a request sends it; empty when it sets none. */
export function cookieOf(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const mails = z.object({ items: z.array(z.object({ subject: z.string(), text: z.string() })) });

/** The newest link with a token in the mails to an address, once it has arrived; of those that lead to `path`, if that is given. */
export async function mailedLink(to: string, path = ''): Promise<URL> {
  const smtp = new URL(shop.stack.SMTP_URL ?? '');
  const page = `http://${smtp.hostname}:${Number(smtp.port) + 1}/api/messages?to=${encodeURIComponent(to)}`;
  return eventually(`a mail with a link reaches ${to}`, 20_000, async () => {
    const { items } = mails.parse(await (await fetch(page)).json());
    const links = items.flatMap(({ text }) => text.match(/https?:\/\/\S+#link_[\w.-]+/g) ?? []);
    return links.map((link) => new URL(link)).find(({ pathname }) => pathname.endsWith(path));
  });
}

/** Makes a customer as people do it: by asking, and by the link in the mail. Signed in with the cookie. */
export async function makeCustomer(email = freshEmail()): Promise<Credentials & { readonly cookie: string }> {
  await call('POST', '/api/auth/customer/sign-up', { json: { email, name: 'Bo Buyer' } });
  const token = (await mailedLink(email)).hash.slice(1);
  const json = { token, newPassword: PASSWORD };
  const answer = await call('POST', '/api/auth/customer/password-reset/confirm', { json });
  return { email, password: PASSWORD, cookie: cookieOf(answer) };
}

/** Puts a customer into the shop's database, who has proven the address and signs in: nobody waits for a mail. */
export async function putCustomer(email = freshEmail()): Promise<Credentials & { readonly cookie: string }> {
  await queryDatabase(
    `insert into customers (id, email, name, password_hash, email_verified_at)
     values (new_uuid_v7(), $1, 'Bo Buyer', $2, now())`,
    [email, passwordHash()],
  );
  const { cookie } = await signIn('customer', { email, password: PASSWORD });
  return { email, password: PASSWORD, cookie };
}
