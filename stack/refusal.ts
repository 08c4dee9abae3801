/**
 * A reason not to start (or to stop) that a person can act on: its message is one full sentence and is
 * shown alone, without a stack trace.
 */
export class Refusal extends Error {
  override name = 'Refusal';
}
