import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A received mail, as the mail page shows it. `to` is one address, or several joined with ", ". */
export interface Mail {
  id: string;
  to: string;
  from: string;
  /** As the mail gives it, with its angle brackets: a mail that was sent twice has one. */
  messageId: string;
  subject: string;
  text: string;
  html: string;
  receivedAt: string;
  /** Files that came with it; left out where there are none. */
  attachments?: Attachment[];
}

export interface Attachment {
  filename: string;
  contentType: string;
  base64: string;
}

export interface MailStore {
  /** Keeps a mail; it is on the disk when this returns. */
  add(mail: Omit<Mail, 'id' | 'receivedAt'>): Mail;
  /** Newest first; `to` keeps those sent to this address, whatever its letter case. */
  list(to: string | null, limit?: number): Mail[];
  find(id: string): Mail | null;
}

const maxMails = 1_000;
const maxTotalBytes = 200 * 1024 * 1024;

/** One JSON file a mail in `folder`, in the order of their names; the oldest go when there are too many. */
export function openMailStore(folder: string): MailStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sizes = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name.slice(0, -'.json'.length), statSync(join(folder, name)).size]),
  );
  let lastMs = 0;
  const fileOf = (id: string) => join(folder, `${id}.json`);
  const read = (id: string) => JSON.parse(readFileSync(fileOf(id), 'utf8')) as Mail;

  function dropOldest(): void {
    let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [id, size] of sizes) {
      if (sizes.size <= maxMails && total <= maxTotalBytes) return;
      rmSync(fileOf(id), { force: true });
      sizes.delete(id);
      total -= size;
    }
  }

  return {
    add(received) {
      // Never the same millisecond twice, so that the order of names is the order of arrival.
      lastMs = Math.max(Date.now(), lastMs + 1);
      const id = lastMs.toString(16).padStart(12, '0') + randomBytes(6).toString('hex');
      const mail = { id, ...received, receivedAt: new Date(lastMs).toISOString() };
      const content = JSON.stringify(mail);
      writeFileSync(`${fileOf(id)}.new`, content, { mode: 0o600 });
      renameSync(`${fileOf(id)}.new`, fileOf(id));
      sizes.set(id, Buffer.byteLength(content));
      dropOldest();
      return mail;
    },
    list(to, limit = maxMails) {
      const wanted = to?.toLowerCase();
      const found: Mail[] = [];
      for (const id of [...sizes.keys()].reverse()) {
        const mail = read(id);
        if (wanted === undefined || mail.to.toLowerCase().split(', ').includes(wanted)) found.push(mail);
        if (found.length === limit) break;
      }
      return found;
    },
    find: (id) => (sizes.has(id) ? read(id) : null),
  };
}
