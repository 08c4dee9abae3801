import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '../../stack/file-lock.mjs';

// Below this much free space a failed installation is a full disk, whatever npm says.
const fullDiskBytes = 50 * 1024 * 1024;

/** Runs `npm ci` when node_modules is missing or older than package-lock.json. Writes to stderr only. */
export async function installIfNeeded(root) {
  if (isInstalled(root)) return;
  const lock = await waitForLock(join(root, '.stack/install.lock'), (holder) =>
    console.error(`Waiting for process ${holder}, which is installing the packages...`),
  );
  try {
    if (isInstalled(root)) return;
    console.error('Installing the packages (npm ci)...');
    const startedAt = Date.now();
    const failure = await npmCi(root);
    if (failure !== null) {
      console.error(sentenceFor(root, failure));
      lock.release();
      process.exit(1);
    }
    console.error(`Installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  } finally {
    lock.release();
  }
}

/**
 * npm writes its record of what it installed last, so a killed installation never counts. A checkout renews the
 * lockfile's date without changing what it asks for: then the versions decide.
 */
function isInstalled(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  const lockfile = join(root, 'package-lock.json');
  if (!existsSync(record)) return false;
  return (
    statSync(record).mtimeMs >= statSync(lockfile).mtimeMs || hasAll(packagesIn(record), packagesIn(lockfile))
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Optional packages may be missing: they are for other machines. */
function hasAll(installed, wanted) {
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' ||
      (installed[path] === undefined ? optional === true : installed[path].version === version),
  );
}

/** Resolves to null when it worked, otherwise to what happened. */
function npmCi(root) {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath ?? '';
  const [command, commandArgs] = npm.endsWith('npm-cli.js')
    ? [process.execPath, [npm, ...args]]
    : ['npm', args];
  return new Promise((resolve) => {
    const child = spawn(command, commandArgs, { cwd: root, stdio: ['ignore', 2, 2] });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(
        code === 0
          ? null
          : signal === null
            ? `npm ci ended with status ${code}`
            : `npm ci was ended by ${signal}`,
      );
    });
  });
}

function sentenceFor(root, failure) {
  const { bavail, bsize } = statfsSync(root);
  return bavail * bsize < fullDiskBytes
    ? `The disk that holds ${root} is full: free some space, then start again.`
    : `The packages could not be installed (${failure}): the lines above say why.`;
}
