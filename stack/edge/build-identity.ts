import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface BuildIdentity {
  readonly buildId: string;
  readonly release: string;
}

/** This process must not serve; the message is one sentence for the operator. */
export class BuildMismatch extends Error {
  override readonly name = 'BuildMismatch';
}

/** Compares the bundle with the pages beside it on the disk. @throws BuildMismatch */
export async function assertSameBuildOnDisk(bundle: BuildIdentity, distDir: string): Promise<void> {
  const buildId = (await readFile(join(distDir, 'BUILD_ID'), 'utf8').catch(() => '')).trim();
  if (buildId === bundle.buildId) return;
  throw new BuildMismatch(
    `The edge bundle belongs to build ${bundle.buildId}, but ${distDir} holds ${buildId ? `build ${buildId}` : 'no build'}: build again.`,
  );
}

/**
 * Waits until an origin answers, and compares the builds of all that do.
 *
 * @returns false when none answered within `waitMs`: no reason not to sell, the edge routes need no origin
 * @throws BuildMismatch when an origin serves another build
 */
export async function assertSameBuildAtOrigins(
  bundle: BuildIdentity,
  { origins, token, waitMs = 30_000 }: { origins: readonly URL[]; token: string; waitMs?: number },
): Promise<boolean> {
  const deadline = Date.now() + waitMs;
  while (origins.length > 0) {
    const answers = await Promise.all(origins.map((origin) => askBuild(origin, token)));
    for (const [index, answer] of answers.entries()) {
      if (answer === null || answer.buildId === bundle.buildId) continue;
      throw new BuildMismatch(
        `The edge bundle belongs to build ${bundle.buildId}, but the origin ${origins[index]?.host} serves build ${answer.buildId}.`,
      );
    }
    if (answers.some((answer) => answer !== null)) return true;
    if (Date.now() >= deadline) return false;
    await sleep(200);
  }
  return true;
}

async function askBuild(origin: URL, token: string): Promise<BuildIdentity | null> {
  try {
    const response = await fetch(new URL('/internal/build', origin), {
      headers: { 'x-internal-token': token },
      redirect: 'error',
      signal: AbortSignal.timeout(2_000),
    });
    if (!response.ok) return null;
    const { buildId, release } = (await response.json()) as Partial<BuildIdentity>;
    return typeof buildId === 'string' && typeof release === 'string' ? { buildId, release } : null;
  } catch {
    return null;
  }
}
