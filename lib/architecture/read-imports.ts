import { posix } from 'node:path';

export type Import = {
  /** The package, or the path from the repository's root, as it was written (`lib/kernel/ids`). */
  readonly target: string;
  readonly isPackage: boolean;
  /** Erased when compiled: it still ties two parts together, but reaches nothing at run time. */
  readonly isTypeOnly: boolean;
};

/**
 * Static imports start a line and quote once, because Biome writes them so; dynamic ones may stand anywhere. A regular
 * expression, because TypeScript 7 ships no parser for programs and esbuild drops the type imports before it tells;
 * that it misses nothing is tested against esbuild.
 */
const STATIC = /^(?:import|export)\s+(type\b)?(?:[^;'"]*?\sfrom\s+)?'([^'\n]+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^'\n]+)'/g;

/** Everything a TypeScript source imports, re-exports or names in `import('…')`. */
export function readImports(path: string, source: string): Import[] {
  const found = new Map<string, Import>();
  const add = (specifier: string, isTypeOnly: boolean) => {
    const isRelative = specifier.startsWith('.');
    const isPackage = !isRelative && !specifier.startsWith('@/');
    const target = isRelative ? posix.join(posix.dirname(path), specifier) : specifier.replace(/^@\//, '');
    const before = found.get(target);
    found.set(target, { target, isPackage, isTypeOnly: isTypeOnly && (before?.isTypeOnly ?? true) });
  };
  for (const [, type, specifier] of source.matchAll(STATIC))
    if (specifier) add(specifier, type !== undefined);
  for (const [, specifier] of source.matchAll(DYNAMIC)) if (specifier) add(specifier, false);
  return [...found.values()];
}
