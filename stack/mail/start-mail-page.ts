import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mailListPage, mailPage } from '@/stack/mail/mail-html';
import type { Mail, MailStore } from '@/stack/mail/mail-store';

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// A mail is a stranger's HTML: no scripts, no forms, an origin of its own; links open in a new tab.
const mailPolicy =
  "default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const mailsOnPage = 100;

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  policy: string;
}

/** Serves the mails on 127.0.0.1: `/` to read them, `/api/messages?to=` for tests. */
export function startMailPage(port: number, store: MailStore): Server {
  const server = createServer((request, response) => {
    try {
      send(response, request.method ?? 'GET', answer(request, store));
    } catch (error) {
      console.error(error);
      send(response, 'GET', text(500, 'The mail could not be read.'));
    }
  });
  return server.listen(port, '127.0.0.1');
}

function answer(request: IncomingMessage, store: MailStore): Answer {
  if (!isLoopback(request.headers.host)) return text(403, 'This page answers only under a local name.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Only GET and HEAD.');
  const url = new URL(request.url ?? '/', 'http://localhost');
  const to = url.searchParams.get('to');
  if (url.pathname === '/api/messages') {
    return {
      status: 200,
      type: 'application/json',
      body: JSON.stringify({ items: store.list(to).map(withLinks) }),
      policy: pagePolicy,
    };
  }
  if (url.pathname === '/') return html(mailListPage(store.list(to, mailsOnPage), to), pagePolicy);
  const [, id = '', part, at] = /^\/messages\/([0-9a-f]+)(\/html|\/files\/(\d+))?$/.exec(url.pathname) ?? [];
  const mail = store.find(id);
  if (mail === null) return text(404, 'There is no such mail.');
  if (at !== undefined) {
    const file = mail.attachments?.[Number(at)];
    if (file === undefined) return text(404, 'There is no such file.');
    return {
      status: 200,
      type: file.contentType,
      body: Buffer.from(file.base64, 'base64'),
      policy: mailPolicy,
    };
  }
  return part === undefined
    ? html(mailPage(mail), pagePolicy)
    : html(`<base target="_blank">${mail.html}`, mailPolicy);
}

/** A mail as tests are told of it: with where its files are, and without their bytes. */
function withLinks({ attachments, ...mail }: Mail) {
  if (attachments === undefined) return mail;
  const files = attachments.map(({ filename, contentType, base64 }, at) => ({
    filename,
    contentType,
    size: Buffer.from(base64, 'base64').length,
    url: `/messages/${mail.id}/files/${at}`,
  }));
  return { ...mail, attachments: files };
}

// Another site's name that resolves to this machine must not read the mails through a visitor's browser.
function isLoopback(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');
}

function html(body: string, policy: string): Answer {
  return { status: 200, type: 'text/html; charset=utf-8', body, policy };
}

function text(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body, policy: pagePolicy };
}

function send(response: ServerResponse, method: string, { status, type, body, policy }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(method === 'HEAD' ? undefined : body);
}
