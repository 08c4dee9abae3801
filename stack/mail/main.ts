import { openMailStore } from '@/stack/mail/mail-store';
import { startMailPage } from '@/stack/mail/start-mail-page';
import { startSmtpServer } from '@/stack/mail/start-smtp-server';

// The mail sink as a process: SMTP in, a web page out. SMTP_PORT, MAIL_PAGE_PORT and MAIL_DIR come from the supervisor.
const store = openMailStore(process.env.MAIL_DIR ?? '');
const smtp = startSmtpServer(Number(process.env.SMTP_PORT), store);
const page = startMailPage(Number(process.env.MAIL_PAGE_PORT), store);

process.once('SIGTERM', () => {
  page.close();
  page.closeAllConnections();
  smtp.close(() => process.exit(0));
});
