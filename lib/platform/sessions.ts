import { hmacSha256, isEqualInConstantTime } from '@/lib/kernel/hmac';
import { type IdOf, parseId, type SessionId } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { cached, forget } from './cache';
import { env } from './env';
import { redis } from './redis/client';
import { SESSION_POLICIES, type SessionPolicy, type SessionWorld } from './session-policies';

/**
 * Who is signed in, in Redis: one hash a person (`session:{<person's id>}:open`, gone when the last session in it must
 * be over), one field a session, named by the SHA-256 of its secret, so that ending all of somebody's sessions is one
 * command that no sign-in can slip past half done. A value is `<began>:<seen>:<stamp>`, times in ms since 1970.
 *
 * The stamp is what the session rests on (a digest of password and role). It is compared with the person's present one,
 * which a short memory holds, so that a session ends within seconds even when whoever changed that died before it could
 * end the sessions, or signed in at the same moment.
 */

/** What a person is told of a session: by what it was begun, and from where, coarsely. */
export type SessionAbout = { readonly device: string; readonly network: string };

export type ListedSession = SessionAbout & {
  readonly id: SessionId;
  readonly beganAtMs: number;
  readonly seenAtMs: number;
  readonly endsAtMs: number;
};

/** The person as Postgres has them now; null from `load` means that they may not be signed in. */
export type Standing = { readonly stamp: string };

export type OpenedSession = { readonly token: string; readonly endsAtMs: number };
export type FoundSession<S extends Standing> = {
  readonly standing: S;
  readonly beganAtMs: number;
  readonly endsAtMs: number;
};

/** How long a session may outlive what it rests on when nobody could end it. */
const STANDING_MEMORY_MS = 2_000;
const SECRET_BYTES = 32;

/**
 * Adds a session, and takes out what is over and, where there are too many, the one that was used least recently.
 * KEYS[1] the person's sessions, [2] what is told of them; ARGV[1] field, [2] now, [3] stamp, [4] idle, [5] absolute,
 * [6] most, [7] what is told of this one.
 */
const OPEN = `
local now, count, oldest, oldest_seen = tonumber(ARGV[2]), 0, nil, nil
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  local began, seen = string.match(all[i + 1], '^(%d+):(%d+):')
  if began == nil or now - began > tonumber(ARGV[5]) or now - seen > tonumber(ARGV[4]) then
    redis.call('HDEL', KEYS[1], all[i])
    redis.call('HDEL', KEYS[2], all[i])
  else
    count = count + 1
    if oldest == nil or tonumber(seen) < oldest_seen then oldest, oldest_seen = all[i], tonumber(seen) end
  end
end
if count >= tonumber(ARGV[6]) then
  redis.call('HDEL', KEYS[1], oldest)
  redis.call('HDEL', KEYS[2], oldest)
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ':' .. ARGV[2] .. ':' .. ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[7])
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return 1`;

/**
 * Gives a session that is not over, and notes that it was used. Never makes one: a session that was ended meanwhile
 * stays ended. KEYS[1] the person's sessions; ARGV[1] field, [2] now, [3] idle, [4] absolute, [5] touch.
 */
const FIND = `
local value = redis.call('HGET', KEYS[1], ARGV[1])
if not value then return false end
local now = tonumber(ARGV[2])
local began, seen, stamp = string.match(value, '^(%d+):(%d+):(.*)$')
if began == nil or now - began > tonumber(ARGV[4]) or now - seen > tonumber(ARGV[3]) then
  redis.call('HDEL', KEYS[1], ARGV[1])
  return false
end
if now - seen > tonumber(ARGV[5]) then
  redis.call('HSET', KEYS[1], ARGV[1], began .. ':' .. ARGV[2] .. ':' .. stamp)
end
return value`;

const keyOf = (person: string) => `session:{${person}}:open`;
/** Beside the sessions and not in them: the release before this one reads whatever stands there as a stamp. */
const aboutKeyOf = (person: string) => `session:{${person}}:about`;
const UNKNOWN: SessionAbout = { device: 'Unknown device', network: 'unknown' };
const ID_DIGITS = 32;
const idOf = (field: string) => `sess_${field.slice(0, ID_DIGITS)}` as SessionId;
const sign = (unsigned: string) => hmacSha256(`session:${env().APP_SECRET}`, unsigned);

type Options = { readonly nowMs?: number; readonly policy?: SessionPolicy };
type OpenOptions = { readonly about?: SessionAbout | undefined };

/** Begins a session of a person who has just shown who they are. Its token is new: no earlier one is ever adopted. */
export async function openSession<W extends SessionWorld>(
  world: W,
  person: IdOf<W>,
  stamp: string,
  { nowMs = Date.now(), policy = SESSION_POLICIES[world], about = UNKNOWN }: Options & OpenOptions = {},
): Promise<OpenedSession> {
  const secret = newSecret();
  const unsigned = `${person}.${secret}`;
  const { idleMs, absoluteMs, most } = policy;
  await redis.eval(
    OPEN,
    [keyOf(person), aboutKeyOf(person)],
    [await sha256Hex(secret), nowMs, stamp, idleMs, absoluteMs, most, JSON.stringify(about)].map(String),
  );
  return { token: `${unsigned}.${await sign(unsigned)}`, endsAtMs: nowMs + absoluteMs };
}

/**
 * The session of a token and the person behind it, or null: forged (which asks no store), over, ended, or of somebody
 * who may not be signed in any more. One round trip to Redis; `load` is asked every few seconds. Throws when Redis
 * cannot tell.
 */
export async function findSession<W extends SessionWorld, S extends Standing>(
  world: W,
  token: string,
  load: (person: IdOf<W>) => Promise<S | null>,
  { nowMs = Date.now(), policy = SESSION_POLICIES[world] }: Options = {},
): Promise<FoundSession<S> | null> {
  const read = await readToken(world, token);
  if (read === null) return null;
  const { person, field } = read;
  const memory = `session:${person}:standing`;
  const standingNow = (): Promise<S | null> => cached(memory, STANDING_MEMORY_MS, () => load(person));
  const { idleMs, absoluteMs, touchMs } = policy;
  const finding = redis.eval<string[], string | null>(
    FIND,
    [keyOf(person)],
    [field, nowMs, idleMs, absoluteMs, touchMs].map(String),
  );
  let standing = standingNow();
  const [value] = await Promise.all([finding, standing]);
  const [, began, stamp] = /^(\d+):\d+:(.*)$/.exec(String(value ?? '')) ?? [];
  if (began === undefined) return null;
  if ((await standing)?.stamp !== stamp) {
    // What is remembered may be the older of the two.
    forget(memory);
    standing = standingNow();
  }
  const present = await standing;
  if (present === null || present.stamp !== stamp) {
    // Gone for good: somebody who is let in again later is not signed in where they once were.
    await redis.hdel(keyOf(person), field).catch(() => undefined);
    return null;
  }
  return { standing: present, beganAtMs: Number(began), endsAtMs: Number(began) + absoluteMs };
}

/** Ends one session. A token that is none ends nothing. */
export async function endSession(world: SessionWorld, token: string): Promise<void> {
  const read = await readToken(world, token);
  if (read !== null) await redis.hdel(keyOf(read.person), read.field);
}

/** Ends every session of a person. */
export async function endSessions(person: IdOf<SessionWorld>): Promise<void> {
  await redis.del(keyOf(person), aboutKeyOf(person));
}

/** The sessions of a person that are not over, the one used last first. Throws when Redis cannot tell. */
export async function listSessions<W extends SessionWorld>(
  world: W,
  person: IdOf<W>,
  { nowMs = Date.now(), policy = SESSION_POLICIES[world] }: Options = {},
): Promise<ListedSession[]> {
  const [open, about] = await Promise.all([
    redis.hgetall<Record<string, unknown>>(keyOf(person)),
    redis.hgetall<Record<string, Partial<SessionAbout>>>(aboutKeyOf(person)),
  ]);
  const listed = Object.entries(open ?? {}).flatMap(([field, value]) => {
    const [, began, seen] = /^(\d+):(\d+):/.exec(String(value)) ?? [];
    if (began === undefined || seen === undefined) return [];
    const [beganAtMs, seenAtMs] = [Number(began), Number(seen)];
    const endsAtMs = beganAtMs + policy.absoluteMs;
    if (nowMs > endsAtMs || nowMs - seenAtMs > policy.idleMs) return [];
    return [{ ...UNKNOWN, ...about?.[field], id: idOf(field), beganAtMs, seenAtMs, endsAtMs }];
  });
  return listed.sort((a, b) => b.seenAtMs - a.seenAtMs);
}

/** The id by which a token's session is listed; null if the token is none. */
export async function sessionIdOf(world: SessionWorld, token: string): Promise<SessionId | null> {
  const read = await readToken(world, token);
  return read === null ? null : idOf(read.field);
}

/** Ends one of a person's sessions by its id. Gives whether there was one. */
export async function endSessionById(person: IdOf<SessionWorld>, id: SessionId): Promise<boolean> {
  const fields = await fieldsOf(person);
  return (
    (await endFields(
      person,
      fields.filter((field) => idOf(field) === id),
    )) > 0
  );
}

/** Ends every session of a person but this one. Gives how many there were. */
export async function endOtherSessions(person: IdOf<SessionWorld>, kept: SessionId): Promise<number> {
  const fields = await fieldsOf(person);
  return endFields(
    person,
    fields.filter((field) => idOf(field) !== kept),
  );
}

const fieldsOf = async (person: string) => redis.hkeys(keyOf(person));

async function endFields(person: string, fields: readonly string[]): Promise<number> {
  if (fields.length === 0) return 0;
  const ended = await redis.hdel(keyOf(person), ...fields);
  await redis.hdel(aboutKeyOf(person), ...fields);
  return ended;
}

async function readToken<W extends SessionWorld>(
  world: W,
  token: string,
): Promise<{ person: IdOf<W>; field: string } | null> {
  const [id, secret = '', signature = '', ...more] = token.split('.');
  const person = parseId(world, id);
  if (person === null || more.length > 0) return null;
  if (!isEqualInConstantTime(await sign(`${id}.${secret}`), signature)) return null;
  return { person, field: await sha256Hex(secret) };
}

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
