import { diskFull, saysDiskFull } from '@/stack/disk-room';
import { Refusal } from '@/stack/refusal';
import { readSettings, type Settings, stackDirOf } from '@/stack/settings';
import { createShop } from '@/stack/supervisor/create-shop';
import { createSteps } from '@/stack/supervisor/steps';
import { watchParent } from '@/stack/supervisor/watch-parent';

// npm start, and npm run dev with --dev: brings the shop up, keeps it up, and takes it down.
const dev = process.argv.includes('--dev');
const print = (line: string) => process.stdout.write(`${line}\n`);

// A closed terminal or pipe is no reason to leave the parts alone.
process.stdout.on('error', () => {});

try {
  run(readSettings(process.env));
} catch (error) {
  refuse(error);
}

function run(settings: Settings): void {
  const shop = createShop({
    settings,
    dev,
    steps: createSteps(print),
    onGiveUp: (reason) => end(1, `${reason.message}\nIt died 5 times within 30 s: stopping everything.`),
  });
  let open = false;
  let ending = false;

  function end(status: 0 | 1, line: string): void {
    // Ctrl-C in a terminal arrives twice: from the terminal and from npm.
    if (ending) return;
    ending = true;
    const startedAt = Date.now();
    (status === 0 ? print : console.error)(line);
    shop
      .stop()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        if (open) print(`Stopped in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
        process.exit(status);
      });
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => end(0, '\nStopping...'));
  }
  process.on('uncaughtException', (error) => end(1, sentence(error)));
  watchParent(() => end(0, 'The process that started this shop is gone. Stopping...'));

  shop.start().then(
    ({ owner, mailUrl }) => {
      open = true;
      print(welcome(settings, owner, mailUrl));
    },
    (error: unknown) => {
      if (ending) return;
      end(1, sentence(error));
    },
  );
}

function welcome(
  settings: Settings,
  owner: { email: string; password: string },
  mailUrl: string | null,
): string {
  const rows = {
    Store: settings.publicUrl,
    Dashboard: `${settings.publicUrl}/dashboard`,
    ...(mailUrl === null ? {} : { Mail: mailUrl }),
    API: `${settings.publicUrl}/docs/api`,
    Owner: `${owner.email}  ${owner.password}`,
  };
  const lines = Object.entries(rows).map(([name, value]) => `  ${name.padEnd(10)} ${value}`);
  return [
    '',
    'Doorbuster is open.',
    ...lines,
    `Data and logs are in ${settings.dir}. Ctrl-C stops everything.`,
  ].join('\n');
}

function refuse(error: unknown): never {
  console.error(sentence(error));
  process.exit(1);
}

function sentence(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (saysDiskFull(String(error))) return diskFull(stackDirOf(process.env)).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
