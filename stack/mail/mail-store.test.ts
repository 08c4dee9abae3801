import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMailStore } from '@/stack/mail/mail-store';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorbuster-mail-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mailTo = (to: string, subject = '') => ({
  to,
  from: 'shop@example.com',
  messageId: '<1@shop>',
  subject,
  text: '',
  html: '',
});

test('mails are still there after a restart, newest first', () => {
  const store = openMailStore(folder);
  for (const subject of ['one', 'two', 'three']) store.add(mailTo('ann@example.com', subject));
  const again = openMailStore(folder);
  expect(again.list(null).map(({ subject }) => subject)).toEqual(['three', 'two', 'one']);
  expect(again.list(null)).toEqual(store.list(null));
});

test('a list for an address has what was sent to it, whatever the letter case, and nothing else', () => {
  const store = openMailStore(folder);
  store.add(mailTo('Ann@Example.com, bob@example.com', 'both'));
  store.add(mailTo('joann@example.com', 'another'));
  expect(store.list('ann@example.com').map(({ subject }) => subject)).toEqual(['both']);
  expect(store.list('BOB@example.com')).toHaveLength(1);
  expect(store.list('nobody@example.com')).toEqual([]);
});

test('the thousand newest are kept', () => {
  const store = openMailStore(folder);
  for (let index = 0; index < 1_005; index += 1) store.add(mailTo('ann@example.com', String(index)));
  expect(readdirSync(folder)).toHaveLength(1_000);
  expect(openMailStore(folder).list(null)).toHaveLength(1_000);
});
