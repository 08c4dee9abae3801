import { migrate } from '@/db/migrate';

const url = process.env.POSTGRES_URL_NON_POOLING ?? process.env.POSTGRES_URL;
if (!url) {
  console.error('Set POSTGRES_URL to the address of the database to migrate.');
  process.exit(1);
}
let changes = 0;
await migrate(url, (line) => {
  changes += 1;
  console.log(`applied ${line}`);
});
if (changes === 0) console.log('nothing to apply');
