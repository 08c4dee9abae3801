import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { drawApiTypes } from './api-types';

test('the dashboard calls the API by the types of its document ("npm run api:types" writes them anew)', async () => {
  const kept = await readFile(new URL('../../app/(merchant)/_api/api.d.ts', import.meta.url), 'utf8');
  expect(kept === (await drawApiTypes()), 'app/(merchant)/_api/api.d.ts is as the contract is now').toBe(
    true,
  );
});
