import { SelectField } from '@/app/(merchant)/_ui/field';
import { ROLES, type Role } from '@/lib/staff/permissions';

/** What each role is for, in a sentence. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  owner: 'Everything, also people and keys.',
  manager: 'Everything but people and keys.',
  support: 'Orders and customers.',
  viewer: 'Looks at everything but people, keys and the audit log; changes nothing.',
};

/** Chooses a role, and says what it may. */
export function RoleField({
  id,
  value,
  onChange,
  fault,
}: {
  id: string;
  value: Role;
  onChange: (role: Role) => void;
  fault?: string | undefined;
}) {
  return (
    <SelectField
      id={id}
      label="Role"
      value={value}
      fault={fault}
      hint={ROLE_WORDS[value]}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {role}
        </option>
      ))}
    </SelectField>
  );
}
