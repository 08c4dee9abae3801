import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@/stack/repository-root';

/**
 * Deletes next-env.d.ts. Next refers it to the output folder it used last; once that is pruned, the type check
 * would miss the file, and it needs nothing of it.
 */
export function forgetNextDeclarations(): void {
  rmSync(join(repositoryRoot, 'next-env.d.ts'), { force: true });
}
