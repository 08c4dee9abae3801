import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's whole body. A string instead of bytes says why there is none: more than `maxBytes`, not sent
 * within `timeoutMs`, or the client went away. Never throws; what is left unread stays unread.
 */
export function readBody(
  incoming: IncomingMessage,
  { maxBytes, timeoutMs }: { maxBytes: number; timeoutMs: number },
): Promise<Buffer | 'too-large' | 'timed-out' | 'aborted'> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (result: Buffer | 'too-large' | 'timed-out' | 'aborted') => {
      clearTimeout(timer);
      incoming.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      if (typeof result === 'string') incoming.pause();
      resolve(result);
    };
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > maxBytes) settle('too-large');
    };
    const onEnd = () => settle(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    const onClose = () => settle('aborted');
    const timer = setTimeout(() => settle('timed-out'), timeoutMs);
    incoming.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}
