import type { SendDocument } from '../proxy';
import { makePage } from './made-page';
import { sendPage } from './send-page';

/** No page of ours comes near it; what is larger is cut off. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Makes the function that sends a document which is not kept: read to its end, because its inline scripts must be known
 * before its policy can be written, and compressed on the way.
 */
export function createDocumentSender(extraHead: Readonly<Record<string, string>>): SendDocument {
  return (answer, headers, incoming, outgoing) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > MAX_BYTES) outgoing.destroy();
    });
    answer.once('end', () => {
      if (outgoing.destroyed) return;
      const whole = { status: answer.statusCode ?? 502, headers, body: Buffer.concat(chunks) };
      makePage(whole, { extraHead, kept: 'not' })
        .then((page) =>
          sendPage(incoming, outgoing, { page, ageSeconds: null, cacheStatus: 'Doorbuster; fwd=bypass' }),
        )
        .catch(() => outgoing.destroy());
    });
  };
}
