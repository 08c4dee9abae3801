import { accessSync, constants, existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetNextDeclarations } from '@/stack/builds/forget-next-declarations';
import { pruneBuilds } from '@/stack/builds/prune-builds';
import { sourceHash } from '@/stack/builds/source-hash';
import { writeBuildTsconfig } from '@/stack/builds/write-build-tsconfig';
import { assertDiskRoom, diskFull, saysDiskFull } from '@/stack/disk-room';
import { waitForLock } from '@/stack/file-lock.mjs';
import { Refusal } from '@/stack/refusal';
import { repositoryRoot } from '@/stack/repository-root';
import { launchNode } from '@/stack/supervisor/launch-node';
import type { OutputSink } from '@/stack/supervisor/part-log';

/** A finished build. `release` is the hash of its sources; `distDir` is relative to the repository. */
export interface Build {
  release: string;
  distDir: string;
}

export const buildsFolder = join(repositoryRoot, '.next');

// Written last: a build that was killed half-way never counts.
const marker = 'doorbuster-build-complete';
const neededMiB = 400;
const attempts = 3;

/** The build of the present sources, or null when there is none yet. */
export function findBuild(): Build | null {
  const release = sourceHash();
  const distDir = `.next/${release}`;
  return existsSync(join(repositoryRoot, distDir, marker)) ? { release, distDir } : null;
}

/**
 * Builds pages, edge routes and the edge bundle if the sources have no build yet. `log` gets the builders'
 * output; an aborted `signal` ends the building.
 */
export async function buildShop(log: OutputSink, signal: AbortSignal): Promise<Build> {
  const finished = findBuild();
  // Built by an administrator, run by a service's user.
  if (finished !== null && !mayWrite(buildsFolder)) return finished;
  const lock = await waitForLock(join(buildsFolder, 'build.lock'), (holder) =>
    log.write(`Waiting for process ${holder}, which is building...\n`),
  );
  try {
    const build = findBuild() ?? (await buildAnew(log, signal));
    // The date of last use decides which builds are kept.
    utimesSync(join(repositoryRoot, build.distDir, marker), new Date(), new Date());
    pruneBuilds(buildsFolder, marker);
    return build;
  } finally {
    lock.release();
  }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function buildAnew(log: OutputSink, signal: AbortSignal): Promise<Build> {
  assertDiskRoom(buildsFolder, neededMiB);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const release = sourceHash();
    const build = { release, distDir: `.next/${release}` };
    const distDir = join(repositoryRoot, build.distDir);
    rmSync(distDir, { recursive: true, force: true });
    await runNextBuild(build, log, signal);
    const { buildEdgeBundle } = await import('@/stack/edge/build');
    await buildEdgeBundle({ projectDir: repositoryRoot, distDir, release });
    if (sourceHash() === release) {
      writeFileSync(join(distDir, marker), '');
      return build;
    }
    // Somebody is editing: what was built is half old and half new.
    rmSync(distDir, { recursive: true, force: true });
  }
  throw new Refusal('The sources went on changing while they were being built: start again when they rest.');
}

async function runNextBuild(
  { release, distDir }: Build,
  log: OutputSink,
  signal: AbortSignal,
): Promise<void> {
  let tail = '';
  const next = launchNode(
    {
      file: 'node_modules/next/dist/bin/next',
      args: ['build'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NEXT_DIST_DIR: distDir,
        NEXT_TSCONFIG: writeBuildTsconfig(distDir),
        RELEASE: release,
      },
      typeScript: false,
    },
    {
      write(chunk) {
        tail = (tail + chunk.toString()).slice(-8_000);
        log.write(chunk);
      },
    },
  );
  const end = () => next.signal('SIGTERM');
  signal.addEventListener('abort', end);
  const how = await next.ended;
  signal.removeEventListener('abort', end);
  forgetNextDeclarations();
  if (how === 'status 0') return;
  if (saysDiskFull(tail)) throw diskFull(buildsFolder, 'the shop could not be built');
  throw new Refusal(`The shop could not be built (next build ended with ${how}):\n${tail.trim()}`);
}
