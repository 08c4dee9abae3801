import { SettingsIndex } from './settings-index';

export const dynamic = 'force-static';

export default function SettingsIndexPage() {
  return <SettingsIndex />;
}
