import { ShopSettings } from './shop-settings';

export const dynamic = 'force-static';

export default function ShopSettingsPage() {
  return <ShopSettings />;
}
