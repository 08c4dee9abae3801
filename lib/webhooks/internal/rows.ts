import { fromUuid } from '@/lib/kernel/ids';
import type { DeliveryStatus, WebhookAttempt, WebhookDelivery, WebhookEndpoint } from '../model';

/** What webhook_endpoint_document() answers. */
export type EndpointRow = {
  id: string;
  url: string;
  events: string[];
  enabled: boolean;
  failingSince: string | null;
  disabledAt: string | null;
  createdAt: string;
};

/** What webhook_delivery_document() answers. */
export type DeliveryRow = {
  id: string;
  endpointId: string;
  eventId: string;
  type: string;
  status: DeliveryStatus;
  createdAt: string;
  settledAt: string | null;
  happenedAt: string;
  data: Record<string, unknown>;
  attempts: WebhookAttempt[];
};

const instant = (time: string) => new Date(time).toISOString();
const instantOrNull = (time: string | null) => (time === null ? null : instant(time));

export function toEndpoint(row: EndpointRow): WebhookEndpoint {
  return {
    id: fromUuid('hook', row.id),
    url: row.url,
    events: row.events,
    enabled: row.enabled,
    failingSince: instantOrNull(row.failingSince),
    disabledAt: instantOrNull(row.disabledAt),
    createdAt: instant(row.createdAt),
  };
}

export function toDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: fromUuid('dlv', row.id),
    endpointId: fromUuid('hook', row.endpointId),
    eventId: fromUuid('evt', row.eventId),
    type: row.type,
    status: row.status,
    createdAt: instant(row.createdAt),
    settledAt: instantOrNull(row.settledAt),
    request: { type: row.type, timestamp: instant(row.happenedAt), data: row.data },
    attempts: row.attempts.map((attempt) => ({ ...attempt, at: instant(attempt.at) })),
  };
}
