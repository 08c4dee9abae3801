import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { ago } from '@/app/(merchant)/_ui/format';

/** How it stands with an address: whether it is told, and whether it hears. */
export function WebhookState({
  webhook: { enabled, disabledAt, failingSince },
}: {
  webhook: Schema<'Webhook'>;
}) {
  if (!enabled) {
    return disabledAt === null ? (
      <Badge>switched off</Badge>
    ) : (
      <Badge tone="bad">switched off by the shop {ago(disabledAt)}</Badge>
    );
  }
  return failingSince === null ? (
    <Badge tone="good">on</Badge>
  ) : (
    <Badge tone="warn">failing since {ago(failingSince)}</Badge>
  );
}
