import { noAnswer, readProblem } from '@/app/components/api/call-api';
import { ApiFault } from './client';

/** A file of the merchant's on its way to the shop. */
export type Upload = {
  /** POST unless told. */
  readonly method?: 'POST' | 'PUT';
  readonly file: File;
  /** What it is sent as; its own type unless told. */
  readonly mediaType?: string;
  /** How much of it has left, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** The same for each retry of one upload. */
  readonly key?: string;
  readonly signal?: AbortSignal;
};

/** 25 MiB on a slow line. */
const TIMEOUT_MS = 10 * 60_000;

/** Sends a file as a body, with its progress, which fetch does not tell. Gives the answer, or throws an ApiFault. */
export function uploadFile<T>(path: `/api/admin/${string}`, upload: Upload): Promise<T> {
  const { method = 'POST', file, mediaType = file.type, onProgress, key, signal } = upload;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('content-type', mediaType);
    request.setRequestHeader('accept', 'application/json');
    if (key !== undefined) request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress?.(loaded / total);
    });
    request.timeout = TIMEOUT_MS;
    for (const gone of ['error', 'timeout'])
      request.addEventListener(gone, () => reject(new ApiFault(noAnswer)));
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) return resolve(body as T);
      reject(new ApiFault(readProblem(toResponse(request), body)));
    });
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What {@link readProblem} asks of an answer: its status and headers. */
function toResponse(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['x-request-id', 'retry-after', 'content-type']) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(null, { status: request.status === 0 ? 503 : request.status, headers });
}
