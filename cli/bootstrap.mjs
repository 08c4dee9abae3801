// Every command starts here: node cli/bootstrap.mjs <script.ts> [arguments].
// This file must parse on any Node that knows ES modules, so that an old one gets a sentence and not a stack trace.
const version = process.versions.node;
const parts = version.split('.').map(Number);

if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 11)) {
  console.error(
    `Doorbuster needs Node.js 20.11 or newer, and this is ${version}: install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

import('./bootstrap/run-script.mjs')
  .then(({ runScript }) => runScript(process.argv[2], process.argv.slice(3)))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
