import { expect, test } from 'vitest';
import { portLayout, portSpan } from '@/stack/port-layout';

test('the ports of one instance are those of the contract', () => {
  expect(portLayout({ stackPort: 4300, instances: 1 })).toEqual({
    postgres: 4300,
    redis: 4302,
    gateway: 4303,
    jobs: 4304,
    smtp: 4305,
    mailPage: 4306,
    origins: [4307],
    jobsOrigin: 4308,
    edgeDirect: [4309],
  });
});

test('further origins come from +9 up, and the direct ports of edge workers after them', () => {
  const layout = portLayout({ stackPort: 4300, instances: 3 });
  expect(layout.origins).toEqual([4307, 4309, 4310]);
  expect(layout.edgeDirect).toEqual([4311, 4312, 4313]);
  expect(Math.max(...layout.edgeDirect)).toBe(4300 + portSpan(3) - 1);
});
