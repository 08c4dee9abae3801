import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writePrivateJson } from '@/stack/private-file';

/** Made once for each STACK_DIR and kept there; every value is hexadecimal, a prefix apart. */
export interface Secrets {
  postgresAdminPassword: string;
  postgresPassword: string;
  redisRestToken: string;
  appSecret: string;
  internalToken: string;
  inngestEventKey: string;
  inngestSigningKey: string;
}

/** Reads STACK_DIR/secrets.json and makes what is missing in it. */
export function loadSecrets(dir: string): Secrets {
  const file = join(dir, 'secrets.json');
  const kept = (readJson(file) ?? {}) as Partial<Secrets>;
  const secrets: Secrets = {
    postgresAdminPassword: kept.postgresAdminPassword ?? randomBytes(24).toString('hex'),
    postgresPassword: kept.postgresPassword ?? randomBytes(24).toString('hex'),
    redisRestToken: kept.redisRestToken ?? randomBytes(24).toString('hex'),
    appSecret: kept.appSecret ?? randomBytes(32).toString('hex'),
    internalToken: kept.internalToken ?? randomBytes(24).toString('hex'),
    inngestEventKey: kept.inngestEventKey ?? randomBytes(24).toString('hex'),
    // As Inngest writes them: what follows the prefix is the key.
    inngestSigningKey: kept.inngestSigningKey ?? `signkey-shop-${randomBytes(32).toString('hex')}`,
  };
  if (JSON.stringify(kept) !== JSON.stringify(secrets)) writePrivateJson(file, secrets);
  return secrets;
}
