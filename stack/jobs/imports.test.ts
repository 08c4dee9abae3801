import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** All that the engine needs: with these it could be a package of its own. */
const PACKAGES = ['pg', 'croner', '@marcbachmann/cel-js', 'canonicalize', 'ulid'];
/** Tests of the engine from outside may use the rest of the repository. */
const OUTSIDE = /^(conformance|crash|testing)\/|\.test\.ts$/;

function importsOf(path: string): string[] {
  const source = readFileSync(join(ROOT, path), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

test('the engine imports nothing of the shop', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !OUTSIDE.test(path),
  );
  const foreign = files.flatMap((path) =>
    importsOf(path)
      .filter((name) => {
        if (name.startsWith('.')) return relative(ROOT, join(ROOT, dirname(path), name)).startsWith('..');
        return !name.startsWith('node:') && !PACKAGES.includes(name);
      })
      .map((name) => `${path} imports ${name}`),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(foreign).toEqual([]);
});
