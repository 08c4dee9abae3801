import { expect, type Page } from '@playwright/test';
import { makeMember } from './people';
import type { Role } from './shapes';

/** Signs a new member of staff in, and leaves the browser at `path`. */
export async function signInAs(page: Page, role: Role, path = '/dashboard'): Promise<void> {
  const member = await makeMember(role);
  await page.goto(`/dashboard/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password').fill(member.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 }).first()).not.toHaveText('Sign in');
}
