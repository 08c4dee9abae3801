import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repositoryRoot } from '@/stack/repository-root';
import type { TestStack } from '@/stack/test-stack';

const run = promisify(execFile);

/** Which of the two hosts answers: the edge on PORT, or a Next origin by itself. */
export type Host = 'edge' | 'next';

/** An API key of an owner, made as the README says. */
export async function makeOwnerKey(stack: TestStack): Promise<string> {
  const args = ['cli/bootstrap.mjs', 'cli/api-key.ts', '--name', 'npm test', '--role', 'owner'];
  const { stdout } = await run(process.execPath, args, {
    cwd: repositoryRoot,
    env: { ...process.env, STACK_DIR: stack.dir },
  });
  return stdout.trim();
}

/** What e2e/support/shop.ts reads: where the shop is, and what the tests may know of it. */
export function contractEnv(
  stack: TestStack,
  ownerKey: string,
  host: Host,
  settings: { holdSeconds: number; rateLimited: boolean },
): Record<string, string> {
  const portOf = (name: string) => stack.parts().find((part) => part.name === name)?.port;
  // An origin stands for `next start` alone, which has no instances: killing it would end the run's only address.
  const peers = host === 'edge' ? stack.parts().filter((part) => part.name.startsWith('edge-')) : [];
  return {
    CONTRACT_HOST: host,
    CONTRACT_URL: host === 'edge' ? stack.url : `http://127.0.0.1:${portOf('origin-1')}`,
    CONTRACT_PEER_URLS: peers.map(({ port }) => `http://127.0.0.1:${port}`).join(','),
    CONTRACT_OWNER_KEY: ownerKey,
    CONTRACT_ENV: JSON.stringify(stack.env),
    CONTRACT_HOLD_SECONDS: String(settings.holdSeconds),
    CONTRACT_RATE_LIMIT: settings.rateLimited ? 'on' : 'off',
    STACK_DIR: stack.dir,
  };
}
