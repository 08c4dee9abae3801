/**
 * The events of the outbox that a function is triggered by: the relay sends these and drops the others. Apart from the
 * functions, because the edge relays and must not carry them; a test keeps the two equal.
 */
export const SUBSCRIBED: readonly string[] = [];
