'use client';

import type { ApiFault } from '@/app/(merchant)/_api/client';
import { TextField } from '@/app/(merchant)/_ui/field';

/** Who carries a parcel, and where it is followed; empty where it is not known. */
export type Tracking = {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly trackingUrl: string;
};

/** What is noted of a parcel, each with what is wrong with it. */
export function TrackingFields({
  tracking,
  onChange,
  fault,
}: {
  tracking: Tracking;
  onChange: (more: Partial<Tracking>) => void;
  fault: ApiFault | undefined;
}) {
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          id="carrier"
          label="Carrier"
          maxLength={100}
          autoComplete="off"
          value={tracking.carrier}
          onChange={({ target }) => onChange({ carrier: target.value })}
          fault={fault?.at('carrier')}
        />
        <TextField
          id="tracking-number"
          label="Tracking number"
          maxLength={100}
          autoComplete="off"
          value={tracking.trackingNumber}
          onChange={({ target }) => onChange({ trackingNumber: target.value })}
          fault={fault?.at('trackingNumber')}
        />
      </div>
      <TextField
        id="tracking-url"
        label="Tracking address"
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={2000}
        autoComplete="off"
        value={tracking.trackingUrl}
        onChange={({ target }) => onChange({ trackingUrl: target.value })}
        fault={fault?.at('trackingUrl')}
      />
    </>
  );
}
