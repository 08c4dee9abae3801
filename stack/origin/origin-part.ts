import { join } from 'node:path';
import type { Build } from '@/stack/builds/build-shop';
import { repositoryRoot } from '@/stack/repository-root';
import { launchNode } from '@/stack/supervisor/launch-node';
import type { PartPlan } from '@/stack/supervisor/part';
import type { PartLog } from '@/stack/supervisor/part-log';
import { waitForPort } from '@/stack/supervisor/wait-for';

// Longer than the edge keeps an idle connection, so that the edge never writes into one that just closed.
const keepAliveMs = 75_000;

/** `next start` on a loopback port, without a page cache of its own. */
export function originPart(
  name: string,
  port: number,
  build: Build,
  env: Record<string, string | undefined>,
  log: PartLog,
  { isBackground = false }: { isBackground?: boolean } = {},
): PartPlan {
  return {
    name,
    port,
    log,
    home: join(repositoryRoot, build.distDir),
    launch: () =>
      launchNode(
        {
          file: 'node_modules/next/dist/bin/next',
          args: ['start', '-H', '127.0.0.1', '-p', String(port), '--keepAliveTimeout', String(keepAliveMs)],
          env: {
            ...env,
            NODE_ENV: 'production',
            NEXT_TELEMETRY_DISABLED: '1',
            NEXT_DIST_DIR: build.distDir,
            PAGE_CACHE: 'edge',
            RELEASE: build.release,
          },
          typeScript: false,
          isBackground,
        },
        log,
      ),
    ready: (gone) => waitForPort(port, gone),
    stopSignals: [{ signal: 'SIGTERM', graceMs: 800 }],
  };
}
