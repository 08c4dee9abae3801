const KEY = 'doorbuster:signed-in';

/**
 * Whether somebody signed in with this browser and did not sign out. The session itself is in a cookie that no script reads: this only
 * spares everybody else a call that could only be refused.
 */
export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Remembers that somebody is signed in, or is no more. */
export function rememberSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Then nobody is offered what an account would know.
  }
}
