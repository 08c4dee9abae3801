import { Inngest } from 'inngest';

/**
 * The shop's jobs. What calls them is chosen by the environment (docs/jobs.md): the embedded engine, Inngest's cloud, a server
 * of one's own. Checkpointing is off: every step is known to the engine before the next one begins.
 */
export const inngest = new Inngest({ id: 'doorbuster', checkpointing: false });
