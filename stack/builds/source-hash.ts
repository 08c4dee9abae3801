import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@/stack/repository-root';

// Everything that a build is made from.
const sources = [
  'app',
  'content',
  'lib',
  'db',
  'inngest',
  'messages',
  'public',
  'stack/builds',
  'stack/edge',
  'stack/origin',
  'next.config.ts',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];

const isTest = /\.test\.tsx?$/;

/** A short name for the present sources: equal sources, equal hash, on any machine. Tests do not count. */
export function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesBelow).sort()) {
    const content = readFileSync(join(repositoryRoot, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(path: string): string[] {
  const full = join(repositoryRoot, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return isTest.test(path) ? [] : [path];
  return readdirSync(full).flatMap((name) => filesBelow(`${path}/${name}`));
}
