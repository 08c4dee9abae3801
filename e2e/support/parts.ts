import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { call } from './client';
import { shop } from './shop';
import { eventually } from './wait';

const stateShape = z.object({
  parts: z.array(z.object({ name: z.string(), pid: z.number(), port: z.number().nullish() })),
});

/** A process of the stack, as its state file names it. */
export type Part = z.infer<typeof stateShape>['parts'][number];

/** The parts of the stack that live now. */
export function livingParts(): Part[] {
  return stateShape.parse(JSON.parse(readFileSync(join(shop.stackDir, 'state.json'), 'utf8'))).parts;
}

/** Ends a part with SIGKILL and gives it as it was. */
export function killPart(name: string): Part {
  const part = livingParts().find((candidate) => candidate.name === name);
  if (part === undefined) throw new Error(`the stack has no part ${name}`);
  process.kill(part.pid, 'SIGKILL');
  return part;
}

/** Resolves when another process has taken a killed part's place, and every instance says that all is well. */
export async function untilReplaced(killed: Part): Promise<void> {
  await eventually(`${killed.name} is started again`, 60_000, async () => {
    const part = livingParts().find(({ name }) => name === killed.name);
    return part !== undefined && part.pid !== killed.pid ? true : undefined;
  });
  for (const at of shop.peers) {
    await eventually(`${at} is well again`, 60_000, async () => {
      try {
        const { status } = await call('GET', '/api/health', { at, timeoutMs: 2_000 });
        return status === 200 ? true : undefined;
      } catch {
        return undefined;
      }
    });
  }
}
