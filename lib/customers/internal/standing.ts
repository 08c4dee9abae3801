import { query } from '@/db/client';
import { type CustomerId, fromUuid, toUuid } from '@/lib/kernel/ids';
import type { Customer } from '../model';

/** A customer as the database has them now. The stamp changes with whatever a session rests on. */
export type CustomerStanding = { readonly customer: Customer; readonly stamp: string };

type Row = { id: string; email: string; name: string | null; password_hash: string | null; stamp: string };
type Found = { readonly standing: CustomerStanding; readonly passwordHash: string | null };

const COLUMNS = `id::text, email, name, password_hash,
  left(encode(sha256(convert_to(lower(email) || ':' || coalesce(password_hash, ''), 'UTF8')), 'hex'), 32) as stamp`;
/** Who may be signed in: only a proven address, for it is what orders are shown by. */
const IN_STANDING = 'email_verified_at is not null and disabled_at is null';

const toFound = (row: Row | undefined): Found | null =>
  row === undefined
    ? null
    : {
        standing: {
          customer: { id: fromUuid('cust', row.id), email: row.email, name: row.name },
          stamp: row.stamp,
        },
        passwordHash: row.password_hash,
      };

/** The customer of this id with the hash of their password, null if there is none who may be signed in. */
export async function findWithPassword(id: CustomerId): Promise<Found | null> {
  const [row] = await query<Row>(
    'find_customer_standing',
    `select ${COLUMNS} from customers where id = $1::uuid and ${IN_STANDING}`,
    [toUuid(id)],
  );
  return toFound(row);
}

/** As {@link findWithPassword}, by the e-mail address in any case. */
export async function findByEmail(email: string): Promise<Found | null> {
  const [row] = await query<Row>(
    'find_customer_by_email',
    `select ${COLUMNS} from customers where lower(email) = lower($1) and ${IN_STANDING}`,
    [email],
  );
  return toFound(row);
}

/** As {@link findWithPassword}, without the hash. */
export async function findStanding(id: CustomerId): Promise<CustomerStanding | null> {
  return (await findWithPassword(id))?.standing ?? null;
}
