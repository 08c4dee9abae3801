'use client';

import { useAddress } from '@/app/(merchant)/_ui/use-address';

/** Narrows a list by a day; it stands in the address as `name`. */
export function DayFilter({ name, label }: { name: string; label: string }) {
  const address = useAddress();
  return (
    <label className="flex min-h-9 items-center gap-2 text-sm text-muted">
      {label}
      <input
        type="date"
        value={address.get(name)}
        onChange={(event) => address.set({ [name]: event.target.value })}
        className="min-h-9 rounded-sm border border-edge bg-paper px-2 text-ink"
      />
    </label>
  );
}
