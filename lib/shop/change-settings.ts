import { callFunction } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { SHOP } from '@/lib/platform/tags/tag';
import type { ChangeSettingsInput } from './input';
import { type SettingsRow, toSettings } from './internal/rows';
import type { Settings } from './model';

type ChangeAnswer =
  | { outcome: 'changed'; settings: SettingsRow }
  | { outcome: 'currency-in-use' | 'unknown-time-zone' };

/**
 * Changes what the input names of the shop itself. The currency stays while there are prices, orders or discounts in
 * it: nobody would convert them.
 */
export async function changeSettings(
  change: ChangeSettingsInput,
  context: WriteContext,
): Promise<Outcome<Settings, 'currency-in-use' | 'unknown-time-zone'>> {
  const { timeZone, taxDisplay, mailSender, lowStockThreshold, accent, ...changes } = change;
  const answer = await callFunction<ChangeAnswer>('change_settings', {
    changes: {
      ...changes,
      time_zone: timeZone,
      tax_display: taxDisplay,
      mail_sender: mailSender,
      low_stock_threshold: lowStockThreshold,
      ...(accent === undefined
        ? {}
        : { accent_light: accent?.light ?? null, accent_dark: accent?.dark ?? null }),
    },
    auditId: toUuid(newId('aud')),
    ...context,
  });
  if (answer.outcome !== 'changed') return no(answer.outcome);
  await bumpTags([SHOP]);
  return ok(toSettings(answer.settings));
}
