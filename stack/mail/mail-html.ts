import type { Mail } from '@/stack/mail/mail-store';

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 24px 16px; max-width: 800px; color: #1a1a1a; background: #fff }
  h1 { font-size: 1.4rem; margin: 0 0 16px } a { color: inherit } dt { color: #595959 } dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 16px } dd { margin: 0; overflow-wrap: anywhere }
  ol { list-style: none; padding: 0; margin: 0 } li { border-top: 1px solid #ddd; padding: 12px 0 } li p { margin: 0; color: #595959; font-size: .875rem; overflow-wrap: anywhere }
  iframe { width: 100%; height: 75vh; border: 1px solid #ddd; background: #fff } pre { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #ddd; padding-top: 16px }
`;

/** The list of mails, newest first; it reloads itself. `to` is the address that was asked for, if any. */
export function mailListPage(mails: Mail[], to: string | null): string {
  const items = mails.map(
    (mail) => `<li><a href="/messages/${mail.id}">${escapeHtml(mail.subject || '(no subject)')}</a>
      <p>to ${escapeHtml(mail.to)} · from ${escapeHtml(mail.from)} · <time>${mail.receivedAt}</time></p></li>`,
  );
  const title = to === null ? 'Mail' : `Mail to ${to}`;
  const list =
    items.length === 0
      ? '<p>No mail yet. What the shop sends appears here.</p>'
      : `<ol>${items.join('')}</ol>`;
  return page(title, `<h1>${escapeHtml(title)}</h1>${list}`, '<meta http-equiv="refresh" content="5">');
}

/** One mail: its head, its HTML in a frame without scripts, and its text. */
export function mailPage(mail: Mail): string {
  const rows = { To: mail.to, From: mail.from, Received: mail.receivedAt };
  const head = Object.entries(rows).map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  const frame =
    mail.html === ''
      ? ''
      : `<iframe title="The mail" src="/messages/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  const text = mail.text === '' ? '' : `<pre>${escapeHtml(mail.text)}</pre>`;
  const files = (mail.attachments ?? []).map(
    ({ filename }, at) =>
      `<li><a download="${escapeHtml(filename)}" href="/messages/${mail.id}/files/${at}">${escapeHtml(filename)}</a></li>`,
  );
  const list = files.length === 0 ? '' : `<ul aria-label="Files">${files.join('')}</ul>`;
  const subject = mail.subject || '(no subject)';
  return page(
    subject,
    `<p><a href="/">All mail</a></p><h1>${escapeHtml(subject)}</h1><dl>${head.join('')}</dl>${list}${frame}${text}`,
  );
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
