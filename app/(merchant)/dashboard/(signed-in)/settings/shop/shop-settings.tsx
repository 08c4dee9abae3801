'use client';

import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@/app/(merchant)/_api/client';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { SettingsPage } from '../settings-page';
import { Accent } from './accent';
import { CurrencySettings } from './currency-settings';
import { Logo } from './logo';
import { ShopFacts } from './shop-facts';

/** The shop itself: what it is called, how it looks, what it sells in. */
export function ShopSettings() {
  const settings = useQuery({
    queryKey: ['settings', 'shop'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/settings', { signal })),
  });
  return (
    <SettingsPage path="/dashboard/settings/shop">
      <Loaded query={settings} lines={12}>
        {(shop) => (
          <>
            <ShopFacts shop={shop} />
            <Logo shop={shop} />
            <Accent shop={shop} />
            <CurrencySettings shop={shop} />
          </>
        )}
      </Loaded>
    </SettingsPage>
  );
}
