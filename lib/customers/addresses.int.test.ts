import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { type CustomerId, newId, toUuid } from '@/lib/kernel/ids';
import { closeRedis } from '@/lib/platform/redis/client';
import { addAddress } from './add-address';
import { changeAddress } from './change-address';
import { listAddresses } from './list-addresses';
import { MOST_ADDRESSES, type SavedAddress } from './model';
import { removeAddress } from './remove-address';
import { signUp } from './testing/customers';

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

const HOME = { name: 'Bo', line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' };

let id: CustomerId;
beforeEach(async () => {
  ({ id } = await signUp());
});

async function add(line1: string, isDefault?: boolean): Promise<SavedAddress> {
  const added = await addAddress(id, { ...HOME, line1, isDefault }, null);
  if (!added.ok) throw new Error(added.reason);
  return added.value;
}

const shown = async () =>
  (await listAddresses(id)).map(({ line1, isDefault }) => `${line1}${isDefault ? '*' : ''}`);

test('the first address is the default, until another is made it', async () => {
  expect(await add('first')).toMatchObject({ ...HOME, line1: 'first', isDefault: true });
  const second = await add('second');
  expect(await shown()).toEqual(['first*', 'second']);
  await add('third', true);
  expect(await shown()).toEqual(['third*', 'second', 'first']);
  await changeAddress(id, second.id, { ...HOME, line1: 'second again', isDefault: true });
  expect(await shown()).toEqual(['second again*', 'third', 'first']);
  await changeAddress(id, second.id, { ...HOME, line1: 'second', isDefault: false });
  expect(await shown()).toEqual(['second*', 'third', 'first']);
  expect(await removeAddress(id, second.id)).toMatchObject({ ok: true });
  expect(await shown()).toEqual(['third*', 'first']);
  expect(await removeAddress(id, second.id)).toEqual({ ok: false, reason: 'address-not-found' });
});

test('nobody changes or removes another’s', async () => {
  const mine = await add('mine');
  const { id: stranger } = await signUp();
  const refused = { ok: false, reason: 'address-not-found' };
  expect(await changeAddress(stranger, mine.id, { ...HOME, line1: 'theirs' })).toEqual(refused);
  expect(await removeAddress(stranger, mine.id)).toEqual(refused);
  expect(await changeAddress(id, newId('addr'), HOME)).toEqual(refused);
  expect(await listAddresses(stranger)).toEqual([]);
  expect(await shown()).toEqual(['mine*']);
});

test('however many are saved at once, there are no more than the limit, and one default', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: MOST_ADDRESSES + 4 }, (_, at) =>
      addAddress(id, { ...HOME, line1: `at ${at}`, isDefault: true }, null),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(MOST_ADDRESSES);
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'too-many-addresses' });
  expect((await listAddresses(id)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

test('what is kept for a repetition goes with the address', async () => {
  const idempotency = { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) };
  const added = await addAddress(id, { ...HOME, line1: 'kept' }, idempotency);
  if (!added.ok) throw new Error(added.reason);
  const kept = async () => {
    const [row] = await query<{ body: string }>(
      'test_kept_address',
      'select body from idempotency_keys where id = $1::uuid',
      [idempotency.id],
    );
    return JSON.parse(row?.body ?? '');
  };
  expect(await kept()).toEqual(added.value);
  await expect(addAddress(id, { ...HOME, line1: 'kept' }, idempotency)).rejects.toThrow();
  expect(await shown()).toEqual(['kept*']);
  await removeAddress(id, added.value.id);
  expect(await kept()).toEqual({ id: added.value.id });
});
