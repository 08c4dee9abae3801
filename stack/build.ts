import { buildShop, findBuild } from '@/stack/builds/build-shop';
import { Refusal } from '@/stack/refusal';

// npm run build: makes the build that npm start would make, if it is missing.
const never = new AbortController().signal;
try {
  const before = findBuild();
  const build = await buildShop(process.stdout, never);
  console.log(before === null ? `Built ${build.distDir}.` : `${build.distDir} is up to date.`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
