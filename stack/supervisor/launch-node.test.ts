import { existsSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, test } from 'vitest';
import { launchNode } from './launch-node';

const log = { write: () => undefined };

test('what works in the background gives way to other parts, not only to its own', async () => {
  const part = launchNode(
    {
      file: 'bench/load/null-server.mjs',
      env: { PATH: process.env.PATH },
      typeScript: false,
      isBackground: true,
    },
    log,
  );
  try {
    expect(getPriority(part.pid)).toBe(5);
    const group = `/proc/${part.pid}/autogroup`;
    if (existsSync(group)) expect(readFileSync(group, 'utf8')).toMatch(/nice 5\s/);
  } finally {
    part.signal('SIGKILL');
    await part.ended;
  }
});
