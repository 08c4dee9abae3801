import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@/stack/repository-root';

/**
 * Writes a tsconfig for one output folder and returns its path, relative to the repository. Next adds each
 * folder's type declarations to the tsconfig it is given; the repository's own must not change with every build.
 */
export function writeBuildTsconfig(distDir: string): string {
  const path = `${distDir}.tsconfig.json`;
  const file = join(repositoryRoot, path);
  mkdirSync(join(file, '..'), { recursive: true });
  const include = ['../**/*.ts', '../**/*.tsx', `${distDir}/types/**/*.ts`, `${distDir}/dev/types/**/*.ts`];
  writeFileSync(file, JSON.stringify({ extends: '../tsconfig.json', include }));
  return path;
}
