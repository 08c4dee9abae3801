/**
 * Ids carry their family in the text (`ord_0190...`) and in the type, so that a card can never become an address.
 * At the API an id is `<prefix>_<32 lowercase hex digits>`; in the database it is the same 128 bits as a `uuid`.
 */

/** Every id family. The prefix is part of the public contract: add, never rename. */
export const ID_FAMILIES = {
  prod: 'product',
  var: 'product variant',
  opt: 'product option',
  col: 'collection',
  img: 'image',
  cart: 'cart',
  ord: 'order',
  line: 'order line',
  pay: 'payment',
  disc: 'discount',
  ref: 'refund',
  ful: 'fulfilment',
  ret: 'return',
  view: 'saved view of orders',
  note: 'note about a customer',
  cust: 'customer',
  addr: 'address',
  drop: 'drop',
  rep: 'report',
  sched: 'report schedule',
  imp: 'import',
  move: 'stock movement',
  evt: 'event',
  staff: 'staff member',
  key: 'API key',
  link: 'password link',
  req: 'request',
  zone: 'shipping zone',
  rate: 'shipping rate',
  tax: 'tax rate',
  aud: 'audit entry',
  mail: 'mail',
  take: 'stock take',
  chk: 'check of the books',
  hook: 'webhook endpoint',
  dlv: 'webhook delivery',
  sess: 'session',
  text: 'version of a page’s text',
} as const;

export type IdPrefix = keyof typeof ID_FAMILIES;

declare const family: unique symbol;
/** An id of one family. Only {@link newId}, {@link parseId} and {@link fromUuid} make one. */
export type IdOf<P extends IdPrefix> = `${P}_${string}` & { readonly [family]: P };

export type ProductId = IdOf<'prod'>;
export type VariantId = IdOf<'var'>;
export type OptionId = IdOf<'opt'>;
export type CollectionId = IdOf<'col'>;
export type ImageId = IdOf<'img'>;
export type CartId = IdOf<'cart'>;
export type OrderId = IdOf<'ord'>;
export type OrderLineId = IdOf<'line'>;
export type PaymentId = IdOf<'pay'>;
export type DiscountId = IdOf<'disc'>;
export type RefundId = IdOf<'ref'>;
export type FulfilmentId = IdOf<'ful'>;
export type ReturnId = IdOf<'ret'>;
export type OrderViewId = IdOf<'view'>;
export type CustomerNoteId = IdOf<'note'>;
export type CustomerId = IdOf<'cust'>;
export type AddressId = IdOf<'addr'>;
export type DropId = IdOf<'drop'>;
export type ReportId = IdOf<'rep'>;
export type ReportScheduleId = IdOf<'sched'>;
export type ImportId = IdOf<'imp'>;
export type StockMovementId = IdOf<'move'>;
export type EventId = IdOf<'evt'>;
export type StaffId = IdOf<'staff'>;
export type ApiKeyId = IdOf<'key'>;
export type PasswordLinkId = IdOf<'link'>;
export type RequestId = IdOf<'req'>;
export type ShippingZoneId = IdOf<'zone'>;
export type TaxRateId = IdOf<'tax'>;
export type AuditEntryId = IdOf<'aud'>;
export type MailId = IdOf<'mail'>;
export type StockTakeId = IdOf<'take'>;
export type BookCheckId = IdOf<'chk'>;
export type WebhookEndpointId = IdOf<'hook'>;
export type WebhookDeliveryId = IdOf<'dlv'>;
export type SessionId = IdOf<'sess'>;
export type ContentVersionId = IdOf<'text'>;

const SHARD_BYTE = 15;
const RANDOM_BYTES = 10;
const RANDOM_BATCH = 256;
const COUNTER_MAX = 0xfff;

let pool = new Uint8Array(0);
let poolAt = 0;

/** Ten fresh random bytes: asking Web Crypto once per batch costs a tenth of asking once per id. */
function randomBytes(): Uint8Array {
  if (poolAt === pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES * RANDOM_BATCH));
    poolAt = 0;
  }
  poolAt += RANDOM_BYTES;
  return pool.subarray(poolAt - RANDOM_BYTES, poolAt);
}

let lastMs = 0;
let counter = 0;

/**
 * The 16 bytes of a UUIDv7: 48 bits of Unix milliseconds, 12 bits of counter, 62 random bits. The counter starts
 * anywhere in its lower half each millisecond and only grows, so ids of one process sort as they were made, also
 * within a millisecond and when the clock steps back; past 4,095 the millisecond is borrowed from the future.
 */
function uuidV7Bytes(nowMs: number): Uint8Array {
  const random = randomBytes();
  const [seedHigh = 0, seedLow = 0, ...rest] = random;
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = ((seedHigh << 8) | seedLow) & 0x7ff;
  } else if (counter < COUNTER_MAX) {
    counter += 1;
  } else {
    lastMs += 1;
    counter = 0;
  }
  const high = Math.floor(lastMs / 0x10000);
  const bytes = Uint8Array.of(
    high >>> 24,
    high >>> 16,
    high >>> 8,
    high,
    lastMs >>> 8,
    lastMs,
    0x70 | (counter >>> 8),
    counter,
    ...rest,
  );
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** A new id of the family: `newId('prod')` is `prod_` and the 32 lowercase hex digits of a UUIDv7, later ids sorting after earlier ones. */
export function newId<P extends IdPrefix>(prefix: P, nowMs: number = Date.now()): IdOf<P> {
  return `${prefix}_${hex(uuidV7Bytes(nowMs))}` as IdOf<P>;
}

/**
 * A new order id that names its shard (0..255) in the last of UUIDv7's random bytes: the last two hex digits of
 * the id, `get_byte(uuid_send(id), 15)` in SQL. The time stays in front, so ids of all shards still sort by time.
 */
export function newOrderId(shard: number, nowMs: number = Date.now()): OrderId {
  if (!Number.isInteger(shard) || shard < 0 || shard > 255) throw new RangeError('A shard is 0..255.');
  const bytes = uuidV7Bytes(nowMs);
  bytes[SHARD_BYTE] = shard;
  return `ord_${hex(bytes)}` as OrderId;
}

/** The shard (0..255) that an order id names. */
export function shardOf(id: OrderId): number {
  return Number.parseInt(id.slice(-2), 16);
}

const HEX_32 = /^[0-9a-f]{32}$/;
const DASHED_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in `text` if it is one of this family, else null. Whether such a thing exists is the database's to say. */
export function parseId<P extends IdPrefix>(prefix: P, text: unknown): IdOf<P> | null {
  if (typeof text !== 'string' || !text.startsWith(`${prefix}_`)) return null;
  return HEX_32.test(text.slice(prefix.length + 1)) ? (text as IdOf<P>) : null;
}

/** The dashed uuid behind an id, as database columns hold it. */
export function toUuid(id: IdOf<IdPrefix>): string {
  const digits = id.slice(-32);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

/** The id of a database uuid. Throws on what is not a uuid: a column never holds anything else. */
export function fromUuid<P extends IdPrefix>(prefix: P, uuid: string): IdOf<P> {
  if (!DASHED_UUID.test(uuid)) throw new TypeError(`Not a uuid for an id of family ${prefix}.`);
  return `${prefix}_${uuid.replaceAll('-', '')}` as IdOf<P>;
}

/** The least uuid that a UUIDv7 of this millisecond or later can be: where a time lies among ids that sort by it. */
export function firstUuidOf(ms: number): string {
  const digits = Math.max(0, Math.min(Math.trunc(ms), 0xffff_ffff_ffff))
    .toString(16)
    .padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}
