/**
 * The three ways in which a store breaks, told apart by what is known to have happened. Transports make them from
 * drivers' errors; the request edge turns them into answers. Everything else that is thrown is a bug.
 */

export type Store = 'postgres' | 'redis';

/** The store could not serve, and it is known that nothing happened: repeat freely. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly store: Store;
  constructor(store: Store, cause: unknown) {
    super(`${store} is unavailable; nothing was changed.`, { cause });
    this.store = store;
  }
}

/** A statement was sent and its fate is not known: it may have taken effect. Repeat with the same key to learn. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  readonly store: Store;
  constructor(store: Store, cause: unknown) {
    super(`${store} was lost in the middle of a statement; its outcome is unknown.`, { cause });
    this.store = store;
  }
}

/** A constraint said no (SQLSTATE class 23): nothing was changed, and `constraint` names which one. */
export class ConstraintViolation extends Error {
  override readonly name = 'ConstraintViolation';
  readonly sqlState: string;
  readonly constraint: string;
  readonly table: string;
  constructor(sqlState: string, constraint: string, table: string, cause: unknown) {
    super(`The constraint ${constraint || '(unnamed)'} of ${table || '(unknown)'} refused a row.`, { cause });
    this.sqlState = sqlState;
    this.constraint = constraint;
    this.table = table;
  }
}

export type Fault = StoreUnavailable | OutcomeUnknown | ConstraintViolation;

const MAX_CAUSES = 8;

/** The fault in an error or among its causes (Drizzle wraps what its driver throws), or null. */
export function findFault(error: unknown): Fault | null {
  let at = error;
  for (let depth = 0; depth < MAX_CAUSES && at instanceof Error; depth += 1) {
    if (at instanceof StoreUnavailable || at instanceof OutcomeUnknown || at instanceof ConstraintViolation)
      return at;
    at = at.cause;
  }
  return null;
}

/** Whether an error is, or was caused by, the violation of the constraint of this name. */
export function violates(error: unknown, constraint: string): boolean {
  const fault = findFault(error);
  return fault instanceof ConstraintViolation && fault.constraint === constraint;
}
