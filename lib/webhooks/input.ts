import { z } from 'zod';
import { pageQuery } from '@/lib/kernel/schemas';
import { webhookUrlFault } from './internal/webhook-url-fault';
import { WEBHOOK_EVENTS } from './model';

const url = z
  .string()
  .trim()
  .max(2_000)
  .superRefine((text, context) => {
    const fault = webhookUrlFault(text);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  })
  .meta({ format: 'uri', examples: ['https://shop-tools.example/doorbuster'] });

const events = z
  .array(z.enum(WEBHOOK_EVENTS))
  .min(1)
  .max(WEBHOOK_EVENTS.length)
  .transform((names) => [...new Set(names)]);

/** What `POST /api/admin/webhooks` takes. */
export const createWebhookInput = z.object({ url, events, enabled: z.boolean().default(true) });

export type CreateWebhookInput = z.output<typeof createWebhookInput>;

/** What `PATCH /api/admin/webhooks/{id}` takes. */
export const changeWebhookInput = z
  .object({ url, events, enabled: z.boolean() })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Must name what changes.');

export type ChangeWebhookInput = z.output<typeof changeWebhookInput>;

export const listWebhooksInput = z.object(pageQuery);
