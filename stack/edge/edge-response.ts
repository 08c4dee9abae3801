import { type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { problemDocument } from '@/lib/platform/problem';
import { securityHeaders } from '@/lib/platform/security-headers';
import { logFault, pathOf } from './answer';

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * A response whose head cannot fail. A value that no header may have shows only when it is written; the adapter would
 * then send the error's message. Looking at every answer's headers beforehand was measured to cost a fifth of its rate.
 */
export class EdgeResponse extends ServerResponse {
  override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    try {
      return super.writeHead(status, reason as string, headers);
    } catch (error) {
      if (this.headersSent) throw error;
      logFault('edge-bad-answer', error, this.req);
      for (const name of this.getHeaderNames()) if (name !== 'x-request-id') this.removeHeader(name);
      const body = JSON.stringify(problemDocument('internal-error', { instance: pathOf(this.req) }));
      super.writeHead(500, {
        ...securityHeaders('api'),
        'content-type': 'application/problem+json',
        'content-length': Buffer.byteLength(body),
        'cache-control': 'no-store',
      });
      // What the caller still writes of its answer comes after the end, and is dropped.
      return this.end(body);
    }
  }
}
