import type { Settings } from '@/stack/settings';

/** Which port each part of the stack listens on. */
export interface PortLayout {
  postgres: number;
  redis: number;
  gateway: number;
  /** The job engine. */
  jobs: number;
  smtp: number;
  mailPage: number;
  /** One Next origin for pages an instance. */
  origins: number[];
  /** The Next origin that the job engine calls: a report never shares a process with a page. */
  jobsOrigin: number;
  /** Each edge worker also listens here alone, on loopback, so that one instance can be addressed. */
  edgeDirect: number[];
}

/** +1 is kept free for the replica. */
export function portLayout({ stackPort, instances }: Pick<Settings, 'stackPort' | 'instances'>): PortLayout {
  const furtherOrigins = range(stackPort + 9, instances - 1);
  return {
    postgres: stackPort,
    redis: stackPort + 2,
    gateway: stackPort + 3,
    jobs: stackPort + 4,
    smtp: stackPort + 5,
    mailPage: stackPort + 6,
    origins: [stackPort + 7, ...furtherOrigins],
    jobsOrigin: stackPort + 8,
    edgeDirect: range(stackPort + 9 + furtherOrigins.length, instances),
  };
}

/** How many ports a stack of so many instances spans, from STACK_PORT on. */
export function portSpan(instances: number): number {
  return 9 + 2 * instances - 1;
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
