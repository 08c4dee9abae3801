import { ShippingSettings } from './shipping-settings';

export const dynamic = 'force-static';

export default function ShippingSettingsPage() {
  return <ShippingSettings />;
}
