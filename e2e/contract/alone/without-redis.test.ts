import { expect, test } from 'vitest';
import { call, refused } from '@/e2e/support/client';
import { allAtOnce } from '@/e2e/support/crowd';
import { killPart, untilReplaced } from '@/e2e/support/parts';
import { makeMember, signIn } from '@/e2e/support/people';
import { shop } from '@/e2e/support/shop';

const LIST = '/api/admin/products?limit=1';

// Alone: whoever is signed in is so by Redis.
test.runIf(shop.stackDir !== '')(
  'without Redis a session cannot be told: 503; an API key and shoppers go on',
  { timeout: 120_000 },
  async () => {
    const { cookie } = await signIn('staff', await makeMember('owner'));
    expect((await call('GET', LIST, { headers: { cookie } })).status).toBe(200);
    const killed = killPart('redis');
    const [asked, byKey, shown] = await Promise.all([
      allAtOnce(8, () => call('GET', LIST, { headers: { cookie } })),
      call('GET', LIST, { as: shop.ownerKey }),
      call('GET', '/api/products?limit=1'),
    ]);
    expect([byKey.status, shown.status]).toEqual([200, 200]);
    // It is back within a tenth of a second: who comes later, as by way of Next, may find it again.
    const unanswered = asked.filter((answer) => answer.status !== 200);
    if (shop.host === 'edge') expect(unanswered.length).toBeGreaterThan(0);
    for (const answer of unanswered) refused(answer, 503, 'temporarily-unavailable');
    await untilReplaced(killed);
  },
);
