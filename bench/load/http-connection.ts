import { connect, type Socket } from 'node:net';

export type HttpAnswer = {
  readonly status: number;
  /** Read as text only when asked for: decoding a page costs the generator more than its request cost the shop. */
  readonly body: string;
};

const NOTHING: Buffer = Buffer.alloc(0);
const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection that sends a request at a time. Written against the socket, because a generator that shares
 * two cores with what it measures must cost next to nothing. Understands Content-Length and chunked answers.
 */
export class HttpConnection {
  #socket: Socket | null = null;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null;
  readonly #host: string;
  readonly #port: number;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#host = hostname;
    this.#port = Number(port);
  }

  /** Sends one request, given as its bytes, and gives the answer. Opens the connection anew if it was closed. */
  async send(request: string): Promise<HttpAnswer> {
    const socket = this.#socket ?? (await this.#open());
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      socket.write(request);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
      socket.once('connect', () => {
        this.#socket = socket;
        this.#received = Buffer.alloc(0);
        resolve(socket);
      });
      socket.on('data', (chunk: Buffer) => this.#read(chunk));
      socket.on('error', (error) => {
        reject(error);
        this.#waiting?.reject(error);
      });
      socket.on('close', () => {
        this.#socket = null;
        this.#waiting?.reject(new Error('The connection was closed before the answer came.'));
      });
    });
  }

  #read(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd).toLowerCase();
    const bodyStart = headEnd + HEAD_END.length;
    const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
    let bytes = NOTHING;
    if (length !== undefined) {
      const bodyEnd = bodyStart + Number(length);
      if (this.#received.length < bodyEnd) return;
      bytes = this.#received.subarray(bodyStart, bodyEnd);
    } else if (head.includes('transfer-encoding: chunked')) {
      if (!this.#received.subarray(bodyStart).toString('latin1').endsWith('0\r\n\r\n')) return;
    }
    this.#received = Buffer.alloc(0);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({
      status: Number(head.slice(9, 12)),
      get body() {
        return bytes.toString('utf8');
      },
    });
  }
}
