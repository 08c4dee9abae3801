import type { OrderId } from '@/lib/kernel/ids';
import { sendBySmtp } from '@/lib/notifications/internal/smtp';
import { sendOrderMail } from '@/lib/notifications/send-order-mail';

// A process of its own for tests: sends an order's confirmation and is killed, as by the kernel, either between the mail
// server's 250 and the mark, or between the mark and its caller's note of it.
const [orderId, moment] = process.argv.slice(2);
const die = () => process.kill(process.pid, 'SIGKILL');

await sendOrderMail({ kind: 'order-confirmation', orderId: orderId as OrderId }, async (message) => {
  await sendBySmtp(message);
  if (moment === 'before-mark') {
    die();
    await new Promise(() => undefined);
  }
});
die();
