import type { ReportId } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { env } from '@/lib/platform/env';
import { readFile } from '@/lib/platform/files/read-file';
import { type Delivery, findDelivery } from '@/lib/reports/deliver';
import { getMailSender } from '@/lib/shop/get-mail-sender';
import { getShop } from '@/lib/shop/queries';
import { deliverMail } from './internal/deliver-mail';
import { PlainMail } from './internal/mails/plain-mail';
import { renderMail } from './internal/render-mail';
import { languageOf, speak } from './internal/texts';
import type { MailOutcome } from './model';

/** Mail servers take some ten megabytes, and an attachment grows by a third on the way. */
const MOST_ATTACHED_BYTES = 5 * 1024 * 1024;

/**
 * Sends a report that came by itself to everybody it is for: with the file, or with a link where it is too large for a mail. Once to
 * each; where one mail fails the others still get theirs, and whoever repeats this sends only what is missing.
 */
export async function sendReportMail(id: ReportId): Promise<MailOutcome> {
  const [delivery, { shop, from }, { country }] = await Promise.all([
    findDelivery(id),
    getMailSender(),
    getShop(),
  ]);
  if (delivery === null) return 'nobody';
  const { language, t } = speak(languageOf(country));
  const name = t(`scheduled-report.${delivery.kind}`);
  const values = { shop, name, from: delivery.from, to: delivery.to };
  const isAttached = delivery.file.size <= MOST_ATTACHED_BYTES;
  const attachments = isAttached ? [await attach(delivery)] : [];
  const body = await renderMail(
    PlainMail({
      language,
      shop,
      title: t('scheduled-report.title', values),
      text: t(isAttached ? 'scheduled-report.text' : 'scheduled-report.textLink', values),
      action: { label: t('scheduled-report.action'), url: `${env().PUBLIC_URL}/dashboard/reports` },
      why: t('scheduled-report.why', { shop }),
    }),
  );
  const sent = await Promise.allSettled(
    delivery.recipients.map(async (to) => {
      const who = (await sha256Hex(to.toLowerCase())).slice(0, 16);
      return deliverMail({
        key: `scheduled-report:${id}:${who}`,
        kind: 'scheduled-report',
        to,
        from,
        language,
        subject: t('scheduled-report.subject', values),
        ...body,
        secrets: [],
        attachments,
      });
    }),
  );
  const failed = sent.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return sent.some((one) => one.status === 'fulfilled' && one.value === 'sent') ? 'sent' : 'already-sent';
}

async function attach({ kind, from, to, format, file }: Delivery) {
  const pieces: Uint8Array[] = [];
  for await (const piece of readFile(file) as unknown as AsyncIterable<Uint8Array>) pieces.push(piece);
  return {
    filename: `${kind}-${from}-${to}.${format}`,
    content: Buffer.concat(pieces),
    contentType: file.mediaType,
  };
}
