import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expectAudited } from '@/e2e/support/audit';
import { callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { freshWord } from '@/e2e/support/fresh';
import { makeProduct } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';

// Alone: the settings are the whole shop's.

/** A pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const PATH = '/api/admin/settings';
const settingsShape = z.strictObject({
  name: z.string().min(1),
  currency: z.string().length(3),
  currencies: z.array(z.string().length(3)),
  country: z.string().length(2),
  timeZone: z.string().min(1),
  taxDisplay: z.enum(['included', 'excluded']),
  mailSender: z.string().min(1),
  lowStockThreshold: z.number().int(),
  address: z.string(),
  accent: z.object({ light: z.string(), dark: z.string() }).nullable(),
  logo: z.object({ url: z.string(), width: z.number(), height: z.number() }).nullable(),
  updatedAt: z.string(),
});
type Settings = z.infer<typeof settingsShape>;

const see = async () => read(await callAsOwner('GET', PATH), 200, settingsShape);
const change = (json: unknown) => callAsOwner('PATCH', PATH, { json });

let before: Settings;
beforeAll(async () => {
  before = await see();
});
afterAll(async () => {
  await change(before);
});

describe('the settings', () => {
  test('change in what the body names and in nothing else', async () => {
    const name = `Shop ${freshWord()}`;
    const changed = read(await change({ name, unknown: 1 }), 200, settingsShape);
    expect(changed).toEqual({ ...before, name, updatedAt: changed.updatedAt });
    expect(changed.updatedAt > before.updatedAt).toBe(true);
    expect(await see()).toEqual(changed);
    await expectAudited('shop', 'settings.changed', { name: before.name }, { name });
    for (const json of [
      { timeZone: 'America/Argentina/Buenos_Aires' },
      { timeZone: 'UTC' },
      { taxDisplay: 'included' },
      { country: 'fr' },
      { mailSender: 'hello@example.com' },
      { lowStockThreshold: 12 },
      { mailSender: 'Moth & Quoin <hello@example.com>' },
    ]) {
      const seen = read(await change(json), 200, settingsShape);
      expect(seen).toMatchObject('country' in json ? { country: 'FR' } : json);
    }
  });

  test('as they are shown can be sent back, and then change nothing', async () => {
    const seen = await see();
    expect(read(await change(seen), 200, settingsShape)).toEqual(seen);
    expect(read(await change({}), 200, settingsShape)).toEqual(seen);
  });

  test('colour the pages, with what can be read on them and nothing else', async () => {
    const accent = { light: '#7a1f5c', dark: '#f5a8d8' };
    invalid(await change({ accent: { light: '#ffe14d', dark: '#f5a8d8' } }), 'accent/light');
    invalid(await change({ accent: { light: '#7a1f5c', dark: '#333333' } }), 'accent/dark');
    invalid(await change({ accent: { light: '}</style>', dark: '#f5a8d8' } }), 'accent/light');
    expect(read(await change({ accent }), 200, settingsShape).accent).toEqual(accent);
    const front = async () => (await fetch(shop.url)).text();
    await expect.poll(front, { timeout: 10_000, interval: 200 }).toContain('light-dark(#7a1f5c, #f5a8d8)');
    await change({ accent: null });
    await expect.poll(front, { timeout: 10_000, interval: 200 }).not.toContain('#7a1f5c');
  });

  test('put a mark in the place of the name, of a picture alone', async () => {
    const send = (body: Uint8Array<ArrayBuffer>) =>
      callAsOwner('PUT', `${PATH}/logo`, { raw: body, headers: { 'content-type': 'image/png' } });
    invalid(await send(new TextEncoder().encode('<svg onload="alert(1)"/>')), '');
    const set = read(await send(Uint8Array.from(Buffer.from(PNG, 'base64'))), 200, settingsShape);
    expect(set.logo).toMatchObject({ width: 1, height: 1 });
    expect((await fetch(`${shop.url}${set.logo?.url}`)).headers.get('content-type')).toBe('image/webp');
    const front = async () => (await fetch(shop.url)).text();
    await expect.poll(front, { timeout: 10_000, interval: 200 }).toContain(set.logo?.url);
    expect(read(await callAsOwner('DELETE', `${PATH}/logo`), 200, settingsShape).logo).toBeNull();
  });

  test('keep a currency that anything has a price in', async () => {
    await makeProduct();
    refused(await change({ currency: 'EUR', name: 'Not this' }), 409, 'currency-in-use');
    expect((await see()).name).not.toBe('Not this');
    expect((await change({ currency: before.currency })).status).toBe(200);
  });

  test.each([
    ['name', { name: '' }],
    ['name', { name: null }],
    ['name', { name: 'x'.repeat(101) }],
    ['currency', { currency: 'XXX' }],
    ['currency', { currency: 'usd' }],
    ['country', { country: 'XX' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['timeZone', { timeZone: '+01:00' }],
    ['timeZone', { timeZone: '' }],
    ['timeZone', { timeZone: '../../etc/passwd' }],
    ['taxDisplay', { taxDisplay: 'maybe' }],
    ['lowStockThreshold', { lowStockThreshold: -1 }],
    ['mailSender', { mailSender: 'nobody' }],
    ['mailSender', { mailSender: 'a@b.example\r\nBcc: c@d.example' }],
    ['mailSender', { mailSender: 'Two <a@b.example>, c@d.example' }],
    ['mailSender', { mailSender: 'Half <a@b.example' }],
  ])('refuse %s when it is wrong (%#)', async (path, json) => {
    const seen = await see();
    invalid(await change(json), path);
    expect(await see()).toEqual(seen);
  });
});
