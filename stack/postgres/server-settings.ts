// What differs from Postgres' defaults, and why. Planner settings stay as they are, so that plans here are the
// plans of a hosted Postgres; fsync and synchronous_commit stay on: what was committed survives a kill.
const settings: Record<string, string> = {
  // INSTANCES edge workers and origins with a pool each, a second release beside them, and people with psql.
  max_connections: '200',
  shared_buffers: '256MB',
  // Room for a rush between two checkpoints.
  max_wal_size: '2GB',
  // Counting statements is how "one statement an order" is proved.
  shared_preload_libraries: 'pg_stat_statements',
  // Everything goes over TCP; a socket file would need a folder that both users may write.
  unix_socket_directories: '',
  // After a kill one call instead of one for each of a thousand files: recovery takes 0.3 s and not 4.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  // A shop's data are people's data: no parameter values in logs.
  log_parameter_max_length_on_error: '0',
};

/** Command-line arguments for the server. `addresses` are loopback ones, separated by commas. */
export function serverSettings(port: number, addresses: string, durable: boolean): string[] {
  const disk: Record<string, string> = durable ? {} : { fsync: 'off', full_page_writes: 'off' };
  return Object.entries({ ...settings, ...disk, port: String(port), listen_addresses: addresses }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );
}
