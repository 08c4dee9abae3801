import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdBuild, pruneBuilds } from '@/stack/builds/prune-builds';

const marker = 'complete';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorbuster-builds-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nameOf = (number: number) => String(number).padStart(16, '0');

function makeBuild(number: number, finished = true): string {
  const build = join(folder, nameOf(number));
  mkdirSync(build);
  if (finished) {
    writeFileSync(join(build, marker), '');
    utimesSync(join(build, marker), number, number);
  }
  return build;
}

test('the three builds used last are kept, with whatever is not a build', () => {
  for (const number of [1, 2, 3, 4, 5]) makeBuild(number);
  mkdirSync(join(folder, 'dev'));
  pruneBuilds(folder, marker);
  expect(readdirSync(folder).sort()).toEqual([nameOf(3), nameOf(4), nameOf(5), 'dev']);
});

test('a build that a living process serves is kept, however old', () => {
  for (const number of [2, 3, 4]) makeBuild(number);
  const hold = holdBuild(makeBuild(1));
  pruneBuilds(folder, marker);
  expect(existsSync(join(folder, nameOf(1)))).toBe(true);
  hold?.release();
  pruneBuilds(folder, marker);
  expect(existsSync(join(folder, nameOf(1)))).toBe(false);
});

test('what a failed build left is deleted', () => {
  makeBuild(1);
  makeBuild(9, false);
  pruneBuilds(folder, marker);
  expect(readdirSync(folder)).toEqual([nameOf(1)]);
});
