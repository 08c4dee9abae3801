import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { newId, type PasswordLinkId, toUuid } from '@/lib/kernel/ids';
import { passwordLinkToken } from '@/lib/platform/password-link';
import { closeMail } from './close-mail';
import { listMails } from './list-mails';
import { sendAccountMail } from './send-account-mail';
import { type MailSink, startMailSink } from './testing/mail-sink';

let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
});

afterAll(async () => {
  closeMail();
  sink.stop();
  await closeDatabase();
});

type Link = { purpose: 'sign-up' | 'reset'; email: string; market?: string; isOver?: boolean };

async function makeCustomerLink({ purpose, email, market, isOver = false }: Link): Promise<PasswordLinkId> {
  const id = newId('link');
  await query(
    'test_customer_link',
    `insert into customer_password_links (id, purpose, email, market, expires_at)
     values ($1::uuid, $2, $3, $4, now() + make_interval(mins => $5::int))`,
    [toUuid(id), purpose, email, market ?? null, isOver ? -1 : 30],
  );
  return id;
}

const newAddress = () => `${newId('req')}@example.com`;

describe('a mail with a link for a password', () => {
  test('carries the link to its reader, and nobody else can read it afterwards', async () => {
    const email = newAddress();
    const linkId = await makeCustomerLink({ purpose: 'sign-up', email });
    expect(await sendAccountMail('customer-link', linkId)).toBe('sent');
    const token = await passwordLinkToken('customer', linkId);
    const [mail] = sink.received(email);
    expect(mail?.text).toContain(`/account/choose-password#${token}`);
    expect(mail?.html).toContain(`/account/choose-password#${token}`);
    const kept = await query('test_kept_mail', 'select m::text as text from mails m where recipient = $1', [
      email,
    ]);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect((await listMails({ limit: 100 })).items.some(({ to }) => to === email)).toBe(false);
  });

  test('speaks the language of the page on which it was asked for', async () => {
    const email = newAddress();
    await sendAccountMail(
      'customer-link',
      await makeCustomerLink({ purpose: 'reset', email, market: 'fr-fr' }),
    );
    expect(sink.received(email)[0]?.subject).toMatch(/^Choisissez un nouveau mot de passe/);
  });

  test('is sent once', async () => {
    const email = newAddress();
    const linkId = await makeCustomerLink({ purpose: 'reset', email });
    expect(await sendAccountMail('customer-link', linkId)).toBe('sent');
    expect(await sendAccountMail('customer-link', linkId)).toBe('already-sent');
    expect(sink.received(email)).toHaveLength(1);
  });

  test('is not sent once the link is over', async () => {
    const email = newAddress();
    expect(
      await sendAccountMail(
        'customer-link',
        await makeCustomerLink({ purpose: 'reset', email, isOver: true }),
      ),
    ).toBe('nobody');
    expect(sink.received(email)).toEqual([]);
  });

  test('invites a new member of staff', async () => {
    const email = newAddress();
    const [staffId, linkId] = [newId('staff'), newId('link')];
    await query(
      'test_staff',
      `insert into staff (id, email, name, role) values ($1::uuid, $2, 'Bo', 'viewer')`,
      [toUuid(staffId), email],
    );
    await query(
      'test_staff_link',
      `insert into staff_password_links (id, staff_id, purpose, expires_at)
       values ($1::uuid, $2::uuid, 'invitation', now() + interval '1 day')`,
      [toUuid(linkId), toUuid(staffId)],
    );
    expect(await sendAccountMail('staff-link', linkId)).toBe('sent');
    const [mail] = sink.received(email);
    expect(mail?.subject).toMatch(/^You are invited/);
    expect(mail?.text).toContain(`/dashboard/choose-password#${await passwordLinkToken('staff', linkId)}`);
  });
});
