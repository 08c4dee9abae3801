'use client';

import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { CheckField } from '@/app/(merchant)/_ui/field';

/** Everybody who works here and can sign in, to tick: for those who may know who that is; others write addresses. */
export function StaffPicker({
  addresses,
  onChange,
}: {
  addresses: readonly string[];
  onChange: (addresses: readonly string[]) => void;
}) {
  const maySee = useMay('staff:manage');
  const staff = useQuery({
    queryKey: ['staff', 'to-pick'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/staff', { params: { query: { limit: 100 } }, signal })),
    enabled: maySee,
  });
  const members = (staff.data?.items ?? []).filter(
    ({ disabled, invitation }) => !disabled && invitation === null,
  );
  // Alone, one's own address already stands in the field.
  if (members.length < 2) return null;
  const isPicked = (email: string) =>
    addresses.some((address) => address.toLowerCase() === email.toLowerCase());
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">Staff</legend>
      <div className="grid max-h-40 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {members.map(({ id, name, email }) => (
          <CheckField
            key={id}
            id={`schedule-to-${id}`}
            label={name}
            hint={email}
            checked={isPicked(email)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...addresses, email]
                  : addresses.filter((address) => address.toLowerCase() !== email.toLowerCase()),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
