import { redis } from '../redis/client';
import type { Tag } from './tag';

/**
 * Sorted set, tag -> version of its last change: microseconds of Redis' own clock, and always more than the last one, so
 * that what comes after a restart is later than whatever anybody has seen.
 */
const VERSIONS = 'pages:{tags}:versions';
/** A name that this Redis gave itself when it had nothing: another one means that it forgot. */
const EPOCH = 'pages:{tags}:epoch';

/** Longer than anybody may go without looking; who has not looked for so long believes nothing (see tag-view.ts). */
export const REMEMBERED_MS = 600_000;

/** KEYS[1] = VERSIONS; ARGV[1] = how many µs are remembered; ARGV[2..] = the tags. */
const BUMP = `
local time = redis.call('TIME')
local version = time[1] * 1000000 + time[2]
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')[2]
if last and tonumber(last) >= version then version = tonumber(last) + 1 end
for i = 2, #ARGV do redis.call('ZADD', KEYS[1], string.format('%.0f', version), ARGV[i]) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', version - ARGV[1]))
`;

/** Gives each of the tags a new version, in one round trip. Throws when Redis cannot be reached. */
export async function writeTagChanges(tags: readonly Tag[]): Promise<void> {
  await redis.eval(BUMP, [VERSIONS], [String(REMEMBERED_MS * 1_000), ...tags]);
}

/** The tags that changed at `since` or later, with their versions. */
export type TagChanges = { readonly epoch: string; readonly changes: readonly (readonly [string, number])[] };

/** One small round trip: nothing changed is two empty replies. Throws when Redis cannot be reached. */
export async function readTagChanges(since: number): Promise<TagChanges> {
  const [epoch, flat] = await redis
    .pipeline()
    .get<string>(EPOCH)
    .zrange<(string | number)[]>(VERSIONS, since, '+inf', { byScore: true, withScores: true })
    .exec<[string | null, (string | number)[]]>();
  const changes: [string, number][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) changes.push([String(flat[i]), Number(flat[i + 1])]);
  return { epoch: epoch ?? (await nameEpoch()), changes };
}

async function nameEpoch(): Promise<string> {
  const mine = `epoch-${crypto.randomUUID()}`;
  const [, epoch] = await redis
    .pipeline()
    .set(EPOCH, mine, { nx: true })
    .get<string>(EPOCH)
    .exec<[unknown, string | null]>();
  return epoch ?? mine;
}
