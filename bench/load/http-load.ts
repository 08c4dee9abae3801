import { HttpConnection } from './http-connection';
import type { Client } from './load';

/** A keep-alive HTTP connection that sends what `nextRequest` gives, as bytes. */
export function httpClient(url: string, nextRequest: () => string): Client {
  const connection = new HttpConnection(url);
  return {
    async send() {
      return (await connection.send(nextRequest())).status;
    },
    close: () => connection.close(),
  };
}
