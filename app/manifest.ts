import type { MetadataRoute } from 'next';
import { getShop } from '@/lib/shop/queries';

// The shop's name is known to the running shop, not to its build.
export const dynamic = 'force-dynamic';

/** What a phone needs to keep the shop on its home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { name } = await getShop();
  return {
    name,
    short_name: name,
    start_url: '/',
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
