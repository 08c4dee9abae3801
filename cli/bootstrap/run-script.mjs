import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installIfNeeded } from './install-if-needed.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs a TypeScript file of this repository in this very process, so that signals, the exit status and a
 * kill -9 reach it without anybody in between. Installs the packages first when they are missing.
 */
export async function runScript(script, args) {
  if (script === undefined) {
    console.error('usage: node cli/bootstrap.mjs <script.ts> [arguments]');
    process.exit(1);
  }
  // Commands take file names relative to where the user stands; npm puts that into INIT_CWD as well.
  process.env.INIT_CWD ??= process.cwd();
  // tsx finds the path aliases in the tsconfig.json of the working directory.
  process.chdir(root);
  await installIfNeeded(root);
  const { register } = await import('tsx/esm/api');
  register();
  const file = resolve(root, script);
  process.argv = [process.argv[0], file, ...args];
  await import(pathToFileURL(file).href);
}
