'use client';

import { createContext, use } from 'react';
import type { Member } from '@/lib/staff/model';
import { isAllowed, type Permission } from '@/lib/staff/permissions';

const MemberContext = createContext<Member | null>(null);

export const MemberProvider = MemberContext.Provider;

/** Who is at the screen. */
export function useMember(): Member {
  const member = use(MemberContext);
  if (member === null) throw new Error('useMember is for what stands inside the shell');
  return member;
}

/** Whether whoever is at the screen may do it. It spares them a button that says no; the API decides. */
export function useMay(permission: Permission): boolean {
  return isAllowed(useMember().role, permission);
}
