import { portLayout } from '@/stack/port-layout';
import type { WantedPort } from '@/stack/ports/assert-ports-free';
import type { Settings } from '@/stack/settings';

/** The ports that a start with these settings is going to use; `dev` starts neither origins nor edge. */
export function wantedPorts(settings: Settings, dev: boolean): WantedPort[] {
  const ports = portLayout(settings);
  const stackPorts: [string, number[]][] = [
    ['Postgres', settings.postgresUrl === null ? [ports.postgres] : []],
    ['Redis', settings.redisRest === null ? [ports.redis] : []],
    ['gateway', needsGateway(settings) ? [ports.gateway] : []],
    ['job engine', settings.bringsJobs ? [] : [ports.jobs]],
    ['SMTP', settings.smtpUrl === null ? [ports.smtp] : []],
    ['mail page', settings.smtpUrl === null ? [ports.mailPage] : []],
    ['Next origin', dev ? [] : [...ports.origins, ports.jobsOrigin]],
    ['edge worker', dev ? [] : ports.edgeDirect],
  ];
  return [
    { port: settings.port, part: 'web', variable: 'PORT' },
    ...stackPorts.flatMap(([part, numbers]) =>
      numbers.map((port) => ({ port, part, variable: 'STACK_PORT' as const })),
    ),
  ];
}

/** The gateway speaks for the embedded stores; with both brought by the user there is nothing to speak for. */
export function needsGateway(settings: Settings): boolean {
  return settings.postgresUrl === null || settings.redisRest === null;
}
