import { Check } from 'lucide-react';
import { isAllowed, PERMISSIONS, type Permission, ROLES } from '@/lib/staff/permissions';

/** A permission in words. One that has none is shown by its name, which says it as well. */
const WORDS: Readonly<Partial<Record<Permission, string>>> = {
  'products:read': 'See products and stock',
  'products:write': 'Change products and collections',
  'stock:write': 'Change stock',
  'imports:read': 'See imports',
  'imports:write': 'Import products',
  'orders:read': 'See orders',
  'orders:write': 'Send, cancel and refund orders',
  'discounts:read': 'See discounts',
  'discounts:write': 'Make and change discounts',
  'settings:read': 'See settings',
  'settings:write': 'Change settings, shipping and taxes',
  'content:read': 'See the shop’s texts',
  'content:write': 'Write the shop’s texts',
  'customers:read': 'See customers',
  'customers:write': 'Change and erase customers',
  'sales:read': 'See sales',
  'reports:read': 'Read reports',
  'reports:write': 'Have reports made',
  'jobs:read': 'See jobs',
  'jobs:write': 'Repeat and cancel jobs',
  'audit:read': 'Read the audit log',
  'webhooks:read': 'See webhooks',
  'webhooks:write': 'Change webhooks',
  'staff:manage': 'Invite, change and remove people',
  'api-keys:manage': 'Make and revoke API keys',
};

const ROWS = Object.keys(PERMISSIONS) as Permission[];

/** Who may do what: the very table that the API decides by. */
export function RoleTable() {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-sm" aria-label="What each role may">
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            <th scope="col" className="px-1 py-2 md:px-3 text-left font-medium">
              May
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col" className="px-1 py-2 md:px-3 text-center font-medium">
                {role}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((permission) => (
            <tr key={permission} className="border-b border-line">
              <th scope="row" className="px-1 py-1.5 md:px-3 text-left font-normal">
                {WORDS[permission] ?? permission}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="px-1 py-1.5 md:px-3 text-center">
                  {isAllowed(role, permission) ? (
                    <>
                      <Check aria-hidden className="mx-auto size-4 text-good" />
                      <span className="sr-only">yes</span>
                    </>
                  ) : (
                    <>
                      <span aria-hidden className="text-muted">
                        –
                      </span>
                      <span className="sr-only">no</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
