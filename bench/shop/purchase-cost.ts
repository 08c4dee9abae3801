import pg from 'pg';

export type PurchaseCost = {
  readonly calls: number;
  readonly buffers: number;
  readonly walBytes: number;
  /** Whole pages that were logged because a checkpoint had gone before: they come with checkpoints, not with purchases. */
  readonly pageImages: number;
};

/** What purchases have cost Postgres since the counters were last reset: pages touched and write-ahead log, each a call. */
export async function readPurchaseCost(postgresUrl: string): Promise<PurchaseCost> {
  const [row] = await run<{ calls: string; buffers: string; wal: string; images: string }>(
    postgresUrl,
    `select coalesce(sum(calls), 0) as calls,
            coalesce(sum(shared_blks_hit + shared_blks_read) / nullif(sum(calls), 0), 0) as buffers,
            coalesce(sum(wal_bytes) / nullif(sum(calls), 0), 0) as wal,
            coalesce(sum(wal_fpi)::numeric / nullif(sum(calls), 0), 0) as images
     from pg_stat_statements where query like 'select place_order(%'`,
  );
  return {
    calls: Number(row?.calls ?? 0),
    buffers: Math.round(Number(row?.buffers ?? 0)),
    walBytes: Math.round(Number(row?.wal ?? 0)),
    pageImages: Number(row?.images ?? 0),
  };
}

/** Counts from now on. */
export async function resetPurchaseCost(postgresUrl: string): Promise<void> {
  await run(postgresUrl, 'select pg_stat_statements_reset()');
}

async function run<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}
