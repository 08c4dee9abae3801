import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mail, openMailStore } from '@/stack/mail/mail-store';
import { startMailPage } from '@/stack/mail/start-mail-page';
import { startSmtpServer } from '@/stack/mail/start-smtp-server';
import { reservePorts } from '@/stack/ports/reserve-ports';

let folder = '';
let smtpPort = 0;
let page = '';
const closing: (() => void)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorbuster-mail-'));
  const { base, lock } = await reservePorts(2);
  smtpPort = base;
  page = `http://127.0.0.1:${base + 1}`;
  const store = openMailStore(folder);
  const smtp = startSmtpServer(base, store);
  const pageServer = startMailPage(base + 1, store);
  closing.push(
    () => smtp.close(),
    () => pageServer.close(),
    lock.release,
  );
});

afterAll(() => {
  for (const close of closing) close();
  rmSync(folder, { recursive: true, force: true });
});

/** Speaks SMTP line by line and returns the last answer. */
async function send(to: string[], message: string): Promise<string> {
  const socket = connect(smtpPort, '127.0.0.1');
  const answers = socket[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  const lines = [
    'EHLO test',
    'MAIL FROM:<shop@example.com>',
    ...to.map((address) => `RCPT TO:<${address}>`),
    'DATA',
    `${message.replace(/\r?\n/g, '\r\n')}\r\n.`,
  ];
  await answers.next();
  let answer = '';
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    answer = String((await answers.next()).value);
  }
  socket.destroy();
  return answer;
}

async function listMails(to: string): Promise<Mail[]> {
  const response = await fetch(`${page}/api/messages?to=${encodeURIComponent(to)}`);
  return ((await response.json()) as { items: Mail[] }).items;
}

test('a mail that was accepted can be read', async () => {
  const message = `From: Doorbuster <shop@example.com>
To: ann@example.com
Subject: =?utf-8?Q?Your_order_=E2=9C=93?=
Content-Type: text/html; charset=utf-8

<p>Thank you</p>`;
  expect(await send(['ann@example.com', 'hidden@example.com'], message)).toMatch(/^250/);
  const [mail] = await listMails('ann@example.com');
  expect(mail).toMatchObject({
    to: 'ann@example.com, hidden@example.com',
    from: 'shop@example.com',
    subject: 'Your order ✓',
    html: expect.stringContaining('<p>Thank you</p>'),
    text: expect.any(String),
    receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(await listMails('hidden@example.com')).toHaveLength(1);
});

test('a stranger’s HTML gets neither scripts nor this page’s origin', async () => {
  await send(['eve@example.com'], 'Subject: <script>\nContent-Type: text/html\n\n<script>steal()</script>');
  const [mail] = await listMails('eve@example.com');
  const html = await fetch(`${page}/messages/${mail?.id}/html`);
  expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox allow-popups/);
  expect(html.headers.get('content-security-policy')).not.toMatch(
    /script-src|allow-scripts|allow-same-origin/,
  );
  const list = await fetch(page);
  expect(await list.text()).not.toContain('<script>');
});

test('a name of another site is not answered', async () => {
  const response = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(page).port), '127.0.0.1', () =>
      socket.write('GET /api/messages HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n'),
    );
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
  });
  expect(response).toMatch(/^HTTP\/1.1 403/);
});

test('a mail over 10 MiB is refused', async () => {
  expect(
    await send(['ann@example.com'], `Subject: big\n\n${'x'.repeat(70)}\n`.padEnd(11 * 1024 * 1024, 'x')),
  ).toMatch(/^552/);
});
