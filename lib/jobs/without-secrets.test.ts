import { expect, test } from 'vitest';
import { maskWords, withoutSecrets } from './without-secrets';

test('ids, numbers and states are shown; people and secrets are not', () => {
  const orderId = `ord_${'0'.repeat(32)}`;
  expect(
    withoutSecrets({
      orderId,
      total: 1_999,
      event: { name: 'orders/order.paid', email: 'ada', note: 'Ada Lovelace', to: 'ada@example.com' },
      accessToken: 'abc',
      many: Array.from({ length: 60 }, () => 1),
    }),
  ).toEqual({
    orderId,
    total: 1_999,
    event: { name: 'orders/order.paid', email: '…', note: '…', to: '…' },
    accessToken: '…',
    many: [...Array.from({ length: 50 }, () => 1), '…'],
  });
});

test('an error is shown without who it was about and what an address was opened with', () => {
  expect(maskWords('550 <ada@example.com> refused; see https://x.example/a?token=abc#frag now')).toBe(
    '550 <…@…> refused; see https://x.example/a?… now',
  );
  expect(maskWords('Bearer abcdefghijkl was refused')).toBe('… was refused');
});
