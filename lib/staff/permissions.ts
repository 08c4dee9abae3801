/** Who works in the shop: owner (everything), manager (all but staff, keys and releases), support (orders and customers), viewer (reads). */
export const ROLES = ['owner', 'manager', 'support', 'viewer'] as const;

export type Role = (typeof ROLES)[number];

/** Who may do what. A permission is named after what it opens; an endpoint asks for exactly one. */
export const PERMISSIONS = {
  'products:read': ['owner', 'manager', 'viewer'],
  'products:write': ['owner', 'manager'],
  'stock:write': ['owner', 'manager'],
  'imports:read': ['owner', 'manager', 'viewer'],
  'imports:write': ['owner', 'manager'],
  'orders:read': ['owner', 'manager', 'support', 'viewer'],
  'orders:write': ['owner', 'manager', 'support'],
  'discounts:read': ['owner', 'manager', 'viewer'],
  'discounts:write': ['owner', 'manager'],
  'settings:read': ['owner', 'manager', 'viewer'],
  'settings:write': ['owner', 'manager'],
  'content:read': ['owner', 'manager', 'viewer'],
  'content:write': ['owner', 'manager'],
  'customers:read': ['owner', 'manager', 'support', 'viewer'],
  'customers:write': ['owner', 'manager', 'support'],
  'sales:read': ['owner', 'manager', 'viewer'],
  'reports:read': ['owner', 'manager', 'support', 'viewer'],
  'reports:write': ['owner', 'manager', 'support'],
  'jobs:read': ['owner', 'manager', 'viewer'],
  'jobs:write': ['owner', 'manager'],
  'audit:read': ['owner', 'manager'],
  'webhooks:read': ['owner', 'manager', 'viewer'],
  'webhooks:write': ['owner', 'manager'],
  'staff:manage': ['owner'],
  'api-keys:manage': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the role may do what the permission opens. */
export function isAllowed(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return allowed.includes(role);
}
