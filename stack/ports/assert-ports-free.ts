import { setTimeout as sleep } from 'node:timers/promises';
import { findPortHolder } from '@/stack/ports/find-port-holder';
import { whyPortIsNotFree } from '@/stack/ports/why-port-is-not-free';
import { Refusal } from '@/stack/refusal';

/** A port that a part is going to listen on, and the variable that moves it. */
export interface WantedPort {
  port: number;
  part: string;
  variable: 'PORT' | 'STACK_PORT';
}

/** Throws a Refusal that names the first port somebody else has; waits up to `patienceMs` for it to come free. */
export async function assertPortsFree(wanted: WantedPort[], patienceMs = 0): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (const { port, part, variable } of wanted) {
    for (;;) {
      const reason = await whyPortIsNotFree(port);
      if (reason === null) break;
      if (reason === 'EACCES') {
        throw new Refusal(
          `Port ${port} (${part}) may not be used by this user: set ${variable} to another one.`,
        );
      }
      if (Date.now() >= deadline) throw taken(port, part, variable);
      await sleep(100);
    }
  }
}

function taken(port: number, part: string, variable: string): Refusal {
  const holder = findPortHolder(port);
  const by = holder === null ? 'by another program' : `by ${holder}`;
  return new Refusal(`Port ${port} (${part}) is taken ${by}: stop that, or set ${variable} to another port.`);
}
