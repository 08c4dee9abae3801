import http from 'node:http';
import https from 'node:https';
import { canonicalJson } from '../canonical-json';
import { type Answer, type Call, errorBody } from '../model';
import { newId } from '../new-id';
import { signBody } from '../signature';
import { type RawAnswer, readAnswer } from './read-answer';

/** Long exports are steps too; node:http, because fetch gives up after five minutes without a header. */
const TIMEOUT_MS = 2 * 3_600_000;
/**
 * How long a connection is kept without use: far less than the 5 s after which a Node server closes it, or a call could
 * be lost with it, which would be a failed attempt.
 */
const IDLE_MS = 1_000;
const CONNECT_TIMEOUT_MS = 10_000;
const MAX_BYTES = 32 * 1024 * 1024;
/** Nothing was sent, whatever the app is doing. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNTIMEOUT',
]);

export interface AppCaller {
  call(url: string, call: Call): Promise<Answer & { requestVersion?: number }>;
  close(): void;
}

/** Calls apps over connections that are kept. Free ones are dropped before a Node server would drop them unseen. */
export function createAppCaller(signingKey: string | null, maxSockets: number): AppCaller {
  const settings = { keepAlive: true, maxSockets, scheduling: 'lifo' as const, timeout: IDLE_MS };
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) };

  async function call(url: string, job: Call): Promise<Answer & { requestVersion?: number }> {
    const target = new URL(url);
    target.searchParams.set('stepId', job.stepId ?? 'step');
    target.searchParams.set('fnId', job.fnId);
    const body = signingKey === null ? job.body : canonicalJson(JSON.parse(job.body) as object);
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'x-run-id': job.runId,
      'x-request-id': newId(),
      'x-inngest-job-id': job.jobId,
      'x-inngest-generation-id': String(job.attempt),
      'x-inngest-req-version': String(job.requestVersion),
      'x-inngest-server-kind': signingKey === null ? 'dev' : 'cloud',
      ...(signingKey === null ? {} : { 'x-inngest-signature': signBody(body, signingKey) }),
    };
    try {
      const raw = await post(target, headers, body);
      const version = Number(raw.headers['x-inngest-req-version']);
      const answer = readAnswer(raw, signingKey);
      return Number.isInteger(version) ? { ...answer, requestVersion: version } : answer;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const message = error instanceof Error ? error.message || code : String(error);
      if (UNREACHED.has(code))
        return { kind: 'unsent', error: errorBody(`The app cannot be reached: ${code}.`) };
      return {
        kind: 'failed',
        retriable: true,
        retryAfterMs: null,
        error: errorBody(`The call failed: ${message}`),
      };
    }
  }

  function post(target: URL, headers: http.OutgoingHttpHeaders, body: string): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const secure = target.protocol === 'https:';
      const request = (secure ? https : http).request(
        target,
        { method: 'POST', headers, agent: agents[secure ? 'https:' : 'http:'] },
        (response) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > MAX_BYTES) request.destroy(new Error('the answer is larger than 32 MB'));
            else chunks.push(chunk);
          });
          response.on('error', reject);
          response.on('aborted', () => reject(new Error('the connection was lost within the answer')));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers as Record<string, string | undefined>,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      const timer = setTimeout(() => request.destroy(new Error('no answer within two hours')), TIMEOUT_MS);
      request.on('socket', (socket) => {
        if (!socket.connecting) return;
        const late = Object.assign(new Error('no connection in time'), { code: 'ECONNTIMEOUT' });
        const connecting = setTimeout(() => request.destroy(late), CONNECT_TIMEOUT_MS);
        socket.once('connect', () => clearTimeout(connecting));
        socket.once('close', () => clearTimeout(connecting));
      });
      request.on('close', () => clearTimeout(timer));
      request.on('error', reject);
      request.end(body);
    });
  }

  return {
    call,
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}
