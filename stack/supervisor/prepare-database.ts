import { migrate } from '@/db/migrate';

// A process of its own, so that the drivers and the seed's pictures do not stay in the supervisor's memory.
// Prints a line for each thing it did. With --schema-only the shop stays without products, staff and settings.
const say = (line: string) => console.log(line);

await migrate(process.env.POSTGRES_URL_NON_POOLING ?? '', say);
if (!process.argv.includes('--schema-only')) {
  const { seedIfEmpty } = await import('@/db/seed/run');
  await seedIfEmpty({ report: say });
}
// The seed's pool would keep the process alive.
process.exit(0);
