import type { Settings } from '@/stack/settings';

/** Which port each part of the stack listens on. */
export interface PortLayout {
  postgres: number;
  redis: number;
  gateway: number;
  smtp: number;
  mailPage: number;
  /** One Next origin for pages an instance. */
  origins: number[];
  /** Each edge worker also listens here alone, on loopback, so that one instance can be addressed. */
  edgeDirect: number[];
}

/** +1 (replica), +4 (job engine) and +8 (origin for jobs) are kept free for those parts. */
export function portLayout({ stackPort, instances }: Pick<Settings, 'stackPort' | 'instances'>): PortLayout {
  const furtherOrigins = range(stackPort + 9, instances - 1);
  return {
    postgres: stackPort,
    redis: stackPort + 2,
    gateway: stackPort + 3,
    smtp: stackPort + 5,
    mailPage: stackPort + 6,
    origins: [stackPort + 7, ...furtherOrigins],
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
