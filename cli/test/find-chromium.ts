import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runCommand } from '@/cli/test/run-command';
import { Refusal } from '@/stack/refusal';

/** Chromium without a window and what belongs to one: the same journeys take it three fifths of the time. */
const SHELL = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The path of a Chromium: CHROMIUM, the headless shell on PATH, or as root on Debian the one that is installed now; else
 * any other on PATH, or Playwright's own. Throws a Refusal that says how to get one.
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM;
  const found =
    [given].find(isExecutable) ??
    onPath([SHELL]) ??
    ((await installPackage(SHELL)) ? onPath([SHELL]) : null) ??
    onPath(NAMES) ??
    [chromium.executablePath()].find(isExecutable) ??
    ((await installPackage('chromium')) ? onPath(NAMES) : null);
  if (found !== null) return found;
  throw new Refusal(
    'The journeys need Chromium, and there is none: run "npx playwright install --with-deps chromium", or install your system\'s ("apt-get install chromium").',
  );
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

/** Installs a package of Debian's; false where this is no Debian, we are not root, or it cannot be had. */
async function installPackage(name: string): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const brief = ['-qq', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];
  try {
    const updated = await runCommand('apt-get', [...brief, 'update'], quiet);
    const install = [...brief, 'install', '-y', '--no-install-recommends', name];
    return updated === 0 && (await runCommand('apt-get', install, quiet)) === 0;
  } catch {
    // No apt-get on this machine.
    return false;
  }
}

function isExecutable(file: string | undefined): file is string {
  if (file === undefined || file === '') return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
