import { closeSmtp } from './internal/smtp';

/** Closes the connections to the mail server, for commands and tests that end. */
export function closeMail(): void {
  closeSmtp();
}
