import { stackDirOf } from '@/stack/settings';
import { findRunningStack } from '@/stack/state';

// npm run --silent stack:env
const dir = stackDirOf(process.env);
const state = findRunningStack(dir);
if (state === null) {
  console.error(
    `No shop is running in ${dir}: start it with "npm start", or set STACK_DIR to the one you mean.`,
  );
  process.exit(1);
}
for (const [name, value] of Object.entries(state.env)) console.log(`${name}=${value}`);
