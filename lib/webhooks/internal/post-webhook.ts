import type { IncomingMessage } from 'node:http';
import { explainSilence, openRemote, type Reach } from '@/lib/platform/open-remote';
import type { SignedWebhook } from './sign-webhook';

const TIMEOUT_MS = 10_000;
/** More is not read: whoever answers a webhook with a film has nothing to tell us. */
const READ_BYTES = 64 * 1_024;
const KEEP_BYTES = 1_024;

export type WebhookAnswer = { readonly status: number; readonly answer: string } | { readonly error: string };

/** Posts a signed message and gives what was answered, or why nothing was. A redirect is an answer, and none that delivers. */
export async function postWebhook(url: string, message: SignedWebhook, reach: Reach): Promise<WebhookAnswer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const headers = { ...message.headers, 'content-length': String(Buffer.byteLength(message.body)) };
    const answer = await openRemote(url, { method: 'POST', headers, body: message.body, signal, reach });
    return { status: answer.statusCode ?? 0, answer: await readBeginning(answer) };
  } catch (error) {
    return { error: explainSilence(error, signal, TIMEOUT_MS) };
  }
}

async function readBeginning(answer: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= READ_BYTES) break;
    }
  } catch {
    // Its status stands, however its body ended.
  } finally {
    answer.destroy();
  }
  // Postgres keeps no U+0000 in text.
  return Buffer.concat(chunks).subarray(0, KEEP_BYTES).toString('utf8').replaceAll('\u0000', '');
}
