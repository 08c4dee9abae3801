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

/** Ends the part of that name, or behind that address, with SIGKILL and gives it as it was. */
export function killPart(wanted: string): Part {
  const port = URL.canParse(wanted) ? new URL(wanted).port : null;
  const part = livingParts().find((one) => one.name === wanted || String(one.port) === port);
  if (part === undefined) throw new Error(`the stack has no part ${wanted}`);
  process.kill(part.pid, 'SIGKILL');
  return part;
}

/** Resolves when another process has taken a killed part's place, answers, and every instance says that all is well. */
export async function untilReplaced(killed: Part): Promise<void> {
  await eventually(`${killed.name} is started again`, 60_000, async () => {
    const part = livingParts().find(({ name }) => name === killed.name);
    return part !== undefined && part.pid !== killed.pid ? true : undefined;
  });
  const isWebPart = killed.name.startsWith('origin') && killed.port;
  const addresses = [...shop.peers, ...(isWebPart ? [`http://127.0.0.1:${killed.port}`] : [])];
  for (const at of addresses) {
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
