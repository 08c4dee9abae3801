import { log, messageOf } from './log';
import { readArguments } from './read-arguments';
import { startEngine } from './start-engine';

const STOP_MS = 8_000;

/** The engine as a process. */
async function main(): Promise<void> {
  const engine = await startEngine(readArguments(process.argv.slice(2), process.env));
  const stop = () => {
    // Postgres may be away: it ends all the same.
    setTimeout(() => process.exit(1), STOP_MS).unref();
    engine.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop);
}

process.on('uncaughtException', (error) => {
  log('error', 'engine-died', { error: messageOf(error) });
  process.exit(1);
});

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
