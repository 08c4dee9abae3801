import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { isPassword } from '@/lib/platform/password';
import { beginSession, type SignedInCustomer } from './internal/begin-session';
import { findByEmail } from './internal/standing';

/**
 * Begins a session of whoever knows a customer's password. An unknown address and a wrong password are one answer, and take
 * as long. Node only: it hashes the password.
 */
export async function signInCustomer({
  email,
  password,
}: {
  readonly email: string;
  readonly password: string;
}): Promise<Outcome<SignedInCustomer, 'wrong-credentials'>> {
  const found = await findByEmail(email);
  if (!(await isPassword(password, found?.passwordHash ?? null)) || found === null)
    return no('wrong-credentials');
  return ok(await beginSession(found.standing));
}
