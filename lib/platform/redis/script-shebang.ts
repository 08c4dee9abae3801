import { createHash } from 'node:crypto';

// Upstash's own flag; any other Redis answers "Unexpected flag in script shebang".
const foreignFlag = 'allow-key-locking';
const shebang = /^#!lua[^\n]*/;

/** An application has a handful of scripts; the bound keeps one that composes scripts from growing this for ever. */
const maxKnownShas = 256;
const shaOnPlainRedis = new Map<string, string>();

/**
 * Makes a Redis command that runs or loads a Lua script acceptable to a Redis that is not Upstash: the flag
 * `allow-key-locking` leaves the script's shebang, and the hash of the script as the client knows it is replaced by
 * the hash of what was sent in its place.
 *
 * Call it on every command (`['EVALSHA', sha, numkeys, ...]`) just before sending it. Commands that need no change
 * come back as they are. A hash that this process has not yet met in an EVAL passes unchanged; Redis answers
 * NOSCRIPT, and the client's EVAL that follows teaches it.
 */
export function stripShebang(command: readonly unknown[]): readonly unknown[] {
  const [name, first] = command;
  if (typeof name !== 'string' || typeof first !== 'string') return command;
  switch (name.toLowerCase()) {
    case 'eval':
    case 'eval_ro':
      return [name, acceptable(first), ...command.slice(2)];
    case 'evalsha':
    case 'evalsha_ro':
      return [name, currentSha(first), ...command.slice(2)];
    case 'script':
      return scriptSubcommand(command, first.toLowerCase());
    default:
      return command;
  }
}

function scriptSubcommand(command: readonly unknown[], subcommand: string): readonly unknown[] {
  if (subcommand !== 'load' && subcommand !== 'exists') return command;
  const change = subcommand === 'load' ? acceptable : currentSha;
  return command.map((part, index) => (index >= 2 && typeof part === 'string' ? change(part) : part));
}

function acceptable(script: string): string {
  const line = shebang.exec(script)?.[0];
  if (line === undefined || !line.includes(foreignFlag)) return script;
  const flags = (/flags=(\S*)/.exec(line)?.[1] ?? '').split(',').filter((flag) => flag !== foreignFlag);
  // The line stays, empty, so that line numbers in script errors are still the author's.
  const plain = (flags.join('') === '' ? '' : `#!lua flags=${flags.join(',')}`) + script.slice(line.length);
  remember(sha1(script), sha1(plain));
  return plain;
}

function currentSha(sha: string): string {
  return shaOnPlainRedis.get(sha.toLowerCase()) ?? sha;
}

function remember(sha: string, plainSha: string): void {
  if (!shaOnPlainRedis.has(sha) && shaOnPlainRedis.size >= maxKnownShas) {
    const oldest = shaOnPlainRedis.keys().next();
    if (!oldest.done) shaOnPlainRedis.delete(oldest.value);
  }
  shaOnPlainRedis.set(sha, plainSha);
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
