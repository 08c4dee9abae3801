import { expect, test } from 'vitest';
import { webhookUrlFault } from './webhook-url-fault';

test.each(['https://tools.example/hook', 'https://tools.example/hook?key=1', 'https://a.b.example'])(
  '%s',
  (url) => {
    expect(webhookUrlFault(url)).toBeNull();
  },
);

test.each([
  'tools.example',
  'http://tools.example/hook',
  'ftp://tools.example/hook',
  'https://me:secret@tools.example/',
  'https://tools.example/#x',
  'https://tools.example:8443/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://localhost/',
  'https://shop.localhost./',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://intranet/',
])('%s is refused', (url) => {
  expect(webhookUrlFault(url)).toEqual(expect.any(String));
});
