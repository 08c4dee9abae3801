import { startTestStack } from '@/stack/test-stack';

/** Vitest's globalSetup of the integration tests: one Postgres and one Redis for all of them, their addresses in process.env. */
export async function setup(): Promise<() => Promise<void>> {
  const stack = await startTestStack();
  Object.assign(process.env, stack.env);
  return stack.stop;
}
