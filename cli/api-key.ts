import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import { createApiKey } from '@/lib/staff/create-api-key';
import { createApiKeyInput } from '@/lib/staff/input';
import { ROLES } from '@/lib/staff/permissions';
import { adoptShopEnvironment } from './shop-environment';

const USAGE = `usage: npm run --silent api-key -- --name NAME --role ${ROLES.join('|')}`;

/** What the command line asks for, or null if it cannot be read. */
function readWish() {
  try {
    const { values } = parseArgs({ options: { name: { type: 'string' }, role: { type: 'string' } } });
    return createApiKeyInput.safeParse(values).data ?? null;
  } catch {
    return null;
  }
}

const wish = readWish();
if (wish === null) {
  console.error(USAGE);
  process.exit(1);
}
if (!adoptShopEnvironment()) {
  console.error(
    'No shop is running: start it with "npm start" (STACK_DIR names another one), or set POSTGRES_URL.',
  );
  process.exit(1);
}
try {
  const { key } = await createApiKey(wish, { actor: 'command-line' });
  // The key alone, so that a script can take it as it comes.
  console.log(key);
} catch (error) {
  console.error(`No key was made: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
