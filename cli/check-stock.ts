import { sql } from 'drizzle-orm';
import { inSession } from '@/db/session';
import { findFault } from '@/lib/kernel/faults';
import { adoptShopEnvironment } from './shop-environment';

// npm run check:stock: whether the books of stock, orders and payments of the running shop balance. Exit status 0: they do;
// 1: they do not, one line a fault; 2: they could not be read.
const EXIT_BROKEN = 1;
const EXIT_NOT_CHECKED = 2;

type Fault = { what: string; subject: string; expected: string; found: string };
type Size = { orders: string; movements: string };

if (!adoptShopEnvironment()) {
  console.error(
    'No shop is running: start it with "npm start" (STACK_DIR names another one), or set POSTGRES_URL.',
  );
  process.exit(EXIT_NOT_CHECKED);
}
try {
  const startedAt = performance.now();
  const { faults, size } = await inSession(async (session) => {
    await session.execute(sql`set transaction isolation level repeatable read read only`);
    const checked = await session.execute<Fault>(
      sql`select * from check_stock() union all select * from check_money()`,
    );
    const counted = await session.execute<Size>(
      sql`select (select count(*) from orders) as orders, (select count(*) from stock_movements) as movements`,
    );
    return { faults: checked.rows, size: counted.rows[0] };
  });
  for (const { what, subject, expected, found } of faults)
    console.error(`${subject}: ${what} (expected ${expected}, found ${found})`);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const verdict = faults.length === 0 ? 'balance' : `have ${faults.length} faults`;
  console.log(
    `The books of ${size?.orders} orders and ${size?.movements} stock movements ${verdict} (${seconds} s).`,
  );
  process.exitCode = faults.length === 0 ? 0 : EXIT_BROKEN;
} catch (error) {
  console.error(
    findFault(error) === null ? String(error) : 'The database does not answer: is the shop running?',
  );
  process.exitCode = EXIT_NOT_CHECKED;
}
