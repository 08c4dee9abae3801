import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '@/stack/refusal';

const mebibyte = 1024 * 1024;

/** Throws a Refusal when the disk that holds `path` has less than `neededMiB` free for us. */
export function assertDiskRoom(path: string, neededMiB: number): void {
  const freeMiB = Math.floor(freeBytes(path) / mebibyte);
  if (freeMiB < neededMiB) throw diskFull(path, `${freeMiB} MiB are free and ${neededMiB} MiB are needed`);
}

/** Whether a program's output or an error says that it ran out of disk. */
export function saysDiskFull(text: string): boolean {
  return /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i.test(text);
}

export function diskFull(path: string, detail = 'a write was refused for lack of space'): Refusal {
  return new Refusal(`The disk that holds ${path} is full (${detail}): free some space, then start again.`);
}

function freeBytes(path: string): number {
  let folder = path;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
