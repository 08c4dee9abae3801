import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };

export default defineConfig({
  test: {
    // vitest leaves a core to itself: on two cores that is half the machine, while integration tests mostly wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/*.int.test.ts', '**/*.long.test.ts', 'e2e/**', '**/node_modules/**', '.next/**'],
          env: { TZ: 'Asia/Kathmandu' },
          // Room for a busy machine; nothing here measures time.
          testTimeout: 20_000,
          // Modules are loaded once a worker, not once a file: that was half of the time.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude: ['**/node_modules/**', '.next/**'],
          globalSetup: ['stack/test-global-setup.ts'],
          // What a file says after its end would otherwise fail the run, when its worker is gone meanwhile.
          disableConsoleIntercept: true,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'long',
          include: ['**/*.long.test.ts'],
          exclude: ['**/node_modules/**', '.next/**'],
          globalSetup: ['stack/test-global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'contract',
          include: ['e2e/contract/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'budgets',
          include: ['e2e/budgets/**/*.test.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
