import { request } from 'node:http';
import type { Answer } from './client';
import { assertPromises, parseJson } from './promises';
import { shop } from './shop';

/**
 * A request whose header lines and path are sent exactly as given (fetch would join or encode them).
 * `headers` are pairs, so that a name may come twice.
 */
export function rawRequest(
  method: string,
  path: string,
  headers: readonly (readonly [string, string])[],
  body = '',
): Promise<Answer> {
  const { hostname, port, host } = new URL(shop.url);
  const isChunked = headers.some(([name]) => name.toLowerCase() === 'transfer-encoding');
  const length = isChunked ? [] : [['Content-Length', String(Buffer.byteLength(body))]];
  const lines = [['Host', host], ...length, ...headers];
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path, headers: lines.flat(), timeout: 20_000, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          try {
            resolve(readAnswer(`${method} ${path}`, response.statusCode ?? 0, response.rawHeaders, chunks));
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer in 20 s`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

function readAnswer(requested: string, status: number, rawHeaders: string[], chunks: Buffer[]): Answer {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  const text = Buffer.concat(chunks).toString('utf8');
  assertPromises(requested, { status, headers, text });
  return { request: requested, status, headers, text, body: parseJson(text) };
}
