import { query } from '@/db/client';
import { type ShippingZoneId, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import { type ShippingZoneRow, toShippingZone } from './internal/rows';
import type { ShippingZone } from './model';

/** A page of zones in the order in which they were made. One statement. */
export async function listShippingZones(filter: {
  readonly limit: number;
  readonly after?: ShippingZoneId | undefined;
}): Promise<Page<ShippingZone, ShippingZoneId>> {
  const rows = await query<{ zone: string }>(
    'list_shipping_zones',
    `select shipping_zone_document(id)::text as zone from shipping_zones
     where $2::uuid is null or id > $2::uuid order by id limit $1::int`,
    [filter.limit + 1, filter.after === undefined ? null : toUuid(filter.after)],
  );
  const zones = rows.map(({ zone }) => toShippingZone(JSON.parse(zone) as ShippingZoneRow));
  return toPage(zones, filter.limit, ({ id }) => id);
}

export async function findShippingZone(id: ShippingZoneId): Promise<ShippingZone | null> {
  const [row] = await query<{ zone: string | null }>(
    'find_shipping_zone',
    'select shipping_zone_document($1::uuid)::text as zone',
    [toUuid(id)],
  );
  return row?.zone ? toShippingZone(JSON.parse(row.zone) as ShippingZoneRow) : null;
}
