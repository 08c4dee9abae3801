import { describe, expect, test } from 'vitest';
import type { Draft } from '@/lib/platform/files/write-file';
import { type Receive, readUpload } from './read-upload';

const rules = { mediaTypes: ['text/csv'], maxBytes: 1_000 };
const CSV = { 'content-type': 'text/csv' };

/** Keeps nothing, and counts. */
const measure: Receive = async (source) => {
  let size = 0;
  for await (const piece of source) size += piece.length;
  return { draftId: 'd', hash: 'h', size } satisfies Draft;
};

function upload(body: BodyInit | null, headers: Record<string, string> = CSV): Request {
  return new Request('http://shop.test/', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit & { duplex: 'half' });
}

/** A body whose length is not told, in pieces of 100 bytes. */
function pieces(count: number, before: () => Promise<void> = async () => {}): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await before();
      if (sent === count) return controller.close();
      sent += 1;
      controller.enqueue(new Uint8Array(100).fill(97));
    },
  });
}

test.each(['text/csv', 'text/csv; charset=utf-8', 'TEXT/CSV;header=present'])('%s is taken', async (type) => {
  expect(await readUpload(upload('a,b', { 'content-type': type }), rules, measure)).toMatchObject({
    kind: 'upload',
    value: { size: 3 },
  });
});

describe('is refused, before a byte of it is kept', () => {
  const keepNothing: Receive = () => {
    throw new Error('it was received');
  };

  test.each([
    { 'content-type': 'application/json' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { ...CSV, 'content-encoding': 'gzip' },
    {},
  ])('another type: %j', async (headers) => {
    const request = upload(new TextEncoder().encode('a,b'), headers);
    expect(await readUpload(request, rules, keepNothing)).toMatchObject({ code: 'unsupported-media-type' });
  });

  test('what says that it is too large', async () => {
    const request = upload('a', { ...CSV, 'content-length': '1001' });
    expect(await readUpload(request, rules, keepNothing)).toMatchObject({ code: 'body-too-large' });
  });
});

test('what turns out to be too large is refused, up to the very byte', async () => {
  expect(await readUpload(upload(pieces(10)), rules, measure)).toMatchObject({ kind: 'upload' });
  expect(await readUpload(upload(pieces(11)), rules, measure)).toMatchObject({ code: 'body-too-large' });
});

test('nothing at all is no file', async () => {
  for (const body of [null, '', pieces(0)])
    expect(await readUpload(upload(body), rules, measure)).toMatchObject({ code: 'validation-failed' });
});

test('a sender who goes away leaves no file', async () => {
  const broken = pieces(5, async () => {
    throw new Error('gone');
  });
  expect(await readUpload(upload(broken), rules, measure)).toMatchObject({ code: 'malformed-request' });
});

test('a store that fails is not the sender’s fault', async () => {
  const failing: Receive = async () => {
    throw new TypeError('no store');
  };
  await expect(readUpload(upload('a'), rules, failing)).rejects.toThrow('no store');
});

test('four files arrive at once, a fifth is told to come back, and room is given back', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = () => readUpload(upload(pieces(2, () => gate)), rules, measure);
  const running = [slow(), slow(), slow(), slow()];
  expect(await readUpload(upload('a'), rules, measure)).toMatchObject({
    code: 'temporarily-unavailable',
    details: { headers: { 'retry-after': '5' } },
  });
  release();
  for (const one of await Promise.all(running)) expect(one).toMatchObject({ kind: 'upload' });
  expect(await readUpload(upload('a'), rules, measure)).toMatchObject({ kind: 'upload' });
});
