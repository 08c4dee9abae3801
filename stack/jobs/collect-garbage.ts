import type { Database } from './database';

const LOT = 2_000;

/** Deletes what is older than it is kept, in small lots; ids that guard against repetition stay as long as they guard. */
export async function collectGarbage(db: Database, retentionMs: number): Promise<number> {
  const kept = retentionMs / 1_000;
  const lots = [
    `delete from jobs.run where id in (
       select id from jobs.run where ended_at < now() - make_interval(secs => $1) limit ${LOT})`,
    `delete from jobs.event where iid in (
       select iid from jobs.event where received_at < now() - make_interval(secs => $1) limit ${LOT})`,
    `delete from jobs.seen where (scope, key) in (
       select scope, key from jobs.seen where until < now() and $1::float8 is not null limit ${LOT})`,
    `delete from jobs.arrival where (scope, key) in (
       select scope, key from jobs.arrival
       where tat < extract(epoch from now()) * 1000 - 86400000 and $1::float8 is not null limit ${LOT})`,
  ];
  let deleted = 0;
  for (const statement of lots) {
    for (;;) {
      const { rowCount } = await db.pool.query(statement, [kept]);
      deleted += rowCount ?? 0;
      if ((rowCount ?? 0) < LOT) break;
    }
  }
  return deleted;
}
