import type { EngineOptions } from './settings';

const USAGE =
  'usage: npm run jobs -- --port P --database-url URL --app URL [--app URL] [--signing-key K] [--event-key E] [--retry-interval MS] [--host H] [--test-advance]';

/** The command line is not understood; its message is one sentence, and how to use it. */
export class BadArguments extends Error {
  override name = 'BadArguments';
}

/**
 * Reads the command line. Secrets may come by JOBS_DATABASE_URL, JOBS_SIGNING_KEY and JOBS_EVENT_KEY instead: the
 * arguments of a process are for all to see. Throws BadArguments.
 */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EngineOptions {
  const given = new Map<string, string[]>();
  const rest = [...args];
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    const [flag = '', inline] = name.includes('=') ? split(name) : [name];
    if (!KNOWN.has(flag)) throw refusal(`"${flag}" is not an option.`);
    const value = flag === '--test-advance' ? 'on' : (inline ?? rest.shift());
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      throw refusal(`${flag} needs a value.`);
    }
    if (given.has(flag) && flag !== '--app') throw refusal(`${flag} is given twice.`);
    given.set(flag, [...(given.get(flag) ?? []), value]);
  }
  const one = (flag: string) => given.get(flag)?.[0];
  const databaseUrl = one('--database-url') ?? env.JOBS_DATABASE_URL;
  if (databaseUrl === undefined) throw refusal('--database-url is missing.');
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw refusal('--database-url must be an address like postgres://user@host/database.');
  }
  const port = one('--port');
  if (port === undefined) throw refusal('--port is missing.');
  const apps = given.get('--app') ?? [];
  if (apps.length === 0)
    throw refusal(
      '--app is missing: the address of an Inngest endpoint, as http://127.0.0.1:3000/api/inngest.',
    );
  for (const app of apps) {
    if (!/^https?:\/\//.test(app) || !URL.canParse(app))
      throw refusal(`--app "${app}" is not an http address.`);
  }
  const options: EngineOptions = { databaseUrl, port: wholeNumber('--port', port, 0, 65_535), apps };
  const host = one('--host');
  const signingKey = one('--signing-key') ?? env.JOBS_SIGNING_KEY;
  const eventKey = one('--event-key') ?? env.JOBS_EVENT_KEY;
  const interval = one('--retry-interval');
  if (host !== undefined) options.host = host;
  // What is not hexadecimal the SDK hashes as zeros: two such keys would be one.
  if (signingKey && !/^(?:signkey-\w+-)?(?:[0-9a-f]{2})+$/i.test(signingKey)) {
    throw refusal(
      '--signing-key must be hexadecimal, an even number of digits, with or without signkey-<env>- before.',
    );
  }
  if (signingKey) options.signingKey = signingKey;
  if (eventKey) options.eventKey = eventKey;
  if (interval !== undefined)
    options.retryIntervalMs = wholeNumber('--retry-interval', interval, 0, 86_400_000);
  const leaseMs = env.JOBS_LEASE_MS;
  if (leaseMs) {
    // Tests of crashes cannot wait for leases of a length that suits a busy machine.
    options.leaseMs = wholeNumber('JOBS_LEASE_MS', leaseMs, 100, 3_600_000);
    options.leaderMs = options.leaseMs;
  }
  if (given.has('--test-advance')) options.testAdvance = true;
  return options;
}

const KNOWN = new Set([
  ...['--port', '--database-url', '--app', '--signing-key', '--event-key', '--retry-interval', '--host'],
  '--test-advance',
]);

function split(argument: string): [string, string] {
  const at = argument.indexOf('=');
  return [argument.slice(0, at), argument.slice(at + 1)];
}

function wholeNumber(flag: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw refusal(`${flag} must be a whole number from ${min} to ${max}.`);
  return value;
}

function refusal(why: string): BadArguments {
  return new BadArguments(`${why}\n${USAGE}`);
}
