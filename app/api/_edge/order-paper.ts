import { type Reply, reply } from './operation';

/** A PDF to be kept under this name. */
export function replyWithPaper(name: string, bytes: Uint8Array): Reply<200, ReadableStream<Uint8Array>> {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return reply(200, body, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name}.pdf"`,
    'content-length': String(bytes.byteLength),
  });
}
