import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mail, openMailStore } from '@/stack/mail/mail-store';
import { startSmtpServer } from '@/stack/mail/start-smtp-server';
import { reservePorts } from '@/stack/ports/reserve-ports';

export type MailSink = {
  readonly url: string;
  /** What was accepted for this address, newest first. */
  readonly received: (to: string) => Mail[];
  /** Called when a mail has arrived, just before the sink says 250. */
  onMail: (() => void) | undefined;
  readonly stop: () => void;
};

/** For tests: the stack's mail sink in this process, on a port of its own; SMTP_URL names it from now on. */
export async function startMailSink(): Promise<MailSink> {
  const folder = mkdtempSync(join(tmpdir(), 'doorbuster-mails-'));
  const { base, lock } = await reservePorts(1);
  const store = openMailStore(folder);
  const add: typeof store.add = (mail) => {
    const kept = store.add(mail);
    sink.onMail?.();
    return kept;
  };
  const server = startSmtpServer(base, { ...store, add });
  const url = `smtp://127.0.0.1:${base}`;
  process.env.SMTP_URL = url;
  const sink: MailSink = {
    url,
    onMail: undefined,
    received: (to) => store.list(to),
    stop() {
      server.close();
      lock.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return sink;
}
