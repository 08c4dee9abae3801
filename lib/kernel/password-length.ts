/** Long rather than contrived. */
export const LEAST_PASSWORD_LENGTH = 12;
/** A bound on the work that a hash is. */
export const MOST_PASSWORD_LENGTH = 256;
