import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runCommand } from '@/cli/test/run-command';
import { Refusal } from '@/stack/refusal';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The path of a Chromium: CHROMIUM, one on PATH, or Playwright's own; as root on Debian it is installed when there is
 * none. Throws a Refusal that says how to get one.
 */
export async function findChromium(): Promise<string> {
  const found = present();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && (await installDebianChromium())) {
    const installed = present();
    if (installed !== null) return installed;
  }
  throw new Refusal(
    'The journeys need Chromium, and there is none: run "npx playwright install --with-deps chromium", or install your system\'s ("apt-get install chromium").',
  );
}

function present(): string | null {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const given = process.env.CHROMIUM;
  const candidates = [...(given ? [given] : []), ...onPath, chromium.executablePath()];
  return candidates.find(isExecutable) ?? null;
}

async function installDebianChromium(): Promise<boolean> {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    if ((await runCommand('apt-get', ['-qq', 'update'], quiet)) !== 0) return false;
    return (
      (await runCommand(
        'apt-get',
        ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'],
        quiet,
      )) === 0
    );
  } catch {
    // No apt-get on this machine.
    return false;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
