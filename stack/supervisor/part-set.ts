import { createPart, type Part, type PartEvents, type PartPlan } from '@/stack/supervisor/part';

/** The parts of a stack, in the order in which they were started. */
export interface PartSet {
  /** Starts parts side by side and resolves when all of them serve. */
  start(plans: PartPlan[]): Promise<void>;
  /** Stops what was started last first; parts that were started together stop together. */
  stop(): Promise<void>;
  living(): { name: string; pid: number; port: number }[];
}

export function createPartSet(events: PartEvents): PartSet {
  const groups: Part[][] = [];
  return {
    async start(plans) {
      const group = plans.map((plan) => createPart(plan, events));
      groups.push(group);
      await Promise.all(group.map((part) => part.start()));
    },
    async stop() {
      for (const group of [...groups].reverse()) await Promise.all(group.map((part) => part.stop()));
    },
    living: () =>
      groups.flat().flatMap(({ name, port, pid }) => {
        const id = pid();
        return id === null ? [] : [{ name, pid: id, port }];
      }),
  };
}
