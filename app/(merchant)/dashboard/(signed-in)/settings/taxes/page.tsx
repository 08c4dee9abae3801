import { TaxSettings } from './tax-settings';

export const dynamic = 'force-static';

export default function TaxSettingsPage() {
  return <TaxSettings />;
}
