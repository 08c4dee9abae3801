import { Agent, request } from 'node:http';
import { endToEndHeaders } from '../headers';

/** An origin's whole answer. */
export interface OriginAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

export interface OriginClient {
  /** Asks with GET. A word instead of an answer: nobody answered in time, or it is too large to be held. Never throws. */
  ask(
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<OriginAnswer | 'failed' | 'too-large'>;
  close(): void;
}

/** Asks origins in turn; one that fails without an answer is passed over. */
export function createOriginClient(
  origins: readonly URL[],
  { timeoutMs, maxBytes }: { timeoutMs: number; maxBytes: number },
): OriginClient {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64, timeout: 4_000 });
  let turn = 0;

  function attempt(
    origin: URL,
    path: string,
    headers: Readonly<Record<string, string>>,
    deadlineMs: number,
  ): Promise<OriginAnswer | 'failed' | 'too-large'> {
    return new Promise((resolve) => {
      const asking = request({ agent, hostname: origin.hostname, port: origin.port, path, headers });
      const timer = setTimeout(() => asking.destroy(), deadlineMs - performance.now());
      const settle = (outcome: OriginAnswer | 'failed' | 'too-large') => {
        clearTimeout(timer);
        resolve(outcome);
      };
      asking.once('response', (answer) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          chunks.push(chunk);
          if (bytes <= maxBytes) return;
          settle('too-large');
          asking.destroy();
        });
        answer.once('end', () =>
          settle({
            status: answer.statusCode ?? 502,
            headers: endToEndHeaders(answer.rawHeaders),
            body: Buffer.concat(chunks),
          }),
        );
      });
      asking.on('error', () => settle('failed'));
      // Also when half an answer came: it is none.
      asking.once('close', () => settle('failed'));
      asking.end();
    });
  }

  return {
    async ask(path, headers) {
      turn = (turn + 1) % Math.max(origins.length, 1);
      const deadlineMs = performance.now() + timeoutMs;
      for (const origin of [...origins.slice(turn), ...origins.slice(0, turn)]) {
        const outcome = await attempt(origin, path, headers, deadlineMs);
        if (outcome !== 'failed' || performance.now() >= deadlineMs) return outcome;
      }
      return 'failed';
    },
    close: () => agent.destroy(),
  };
}
