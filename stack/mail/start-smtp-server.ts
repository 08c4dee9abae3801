import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MailStore } from '@/stack/mail/mail-store';

const maxMailBytes = 10 * 1024 * 1024;

/** Listens on 127.0.0.1 and puts every mail into the store; a mail is accepted only once it is kept. */
export function startSmtpServer(port: number, store: MailStore): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maxMailBytes,
    closeTimeout: 300,
    onData(stream, session, callback) {
      receive(stream, session, store).then(
        () => callback(null),
        (error: Error) => callback(error),
      );
    },
  });
  // A client that hangs up in the middle of a command is no reason to die.
  server.on('error', (error) => console.error(error.message));
  server.listen(port, '127.0.0.1');
  return server;
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  store: MailStore,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Go on reading what is too much, so that the client hears the answer, but do not keep it.
    if (size <= maxMailBytes) chunks.push(chunk);
  }
  if (size > maxMailBytes) throw tooLarge();
  const mail = await PostalMime.parse(Buffer.concat(chunks), { attachmentEncoding: 'base64' });
  const attachments = mail.attachments.map(({ filename, mimeType, content }) => ({
    filename: filename ?? 'file',
    contentType: mimeType,
    base64: String(content),
  }));
  const { mailFrom, rcptTo } = session.envelope;
  store.add({
    // The envelope and not the header: a blind copy counts, and a forged header does not.
    to: rcptTo.map(({ address }) => address).join(', '),
    from: mail.from?.address ?? (mailFrom === false ? '' : mailFrom.address),
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    ...(attachments.length === 0 ? {} : { attachments }),
  });
}

function tooLarge(): Error {
  return Object.assign(new Error('This mail is larger than 10 MiB.'), { responseCode: 552 });
}
