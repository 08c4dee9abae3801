import { env } from '@/lib/platform/env';
import { getMailSender } from '@/lib/shop/get-mail-sender';
import { getShop } from '@/lib/shop/queries';
import { deliverMail } from './internal/deliver-mail';
import { PlainMail } from './internal/mails/plain-mail';
import { renderMail } from './internal/render-mail';
import { languageOf, type Speech, speak } from './internal/texts';
import type { MailOutcome, NoticeKind } from './model';
import { listReaders } from './notice-choices';

/** Something that the owner should look at, with the facts. */
export type Notice =
  | {
      readonly kind: 'low-stock';
      readonly threshold: number;
      readonly lines: readonly { readonly title: string; readonly sku: string; readonly available: number }[];
    }
  | { readonly kind: 'job-failed'; readonly name: string; readonly run: string; readonly error: string }
  | {
      readonly kind: 'books-broken';
      readonly faults: readonly {
        readonly what: string;
        readonly subject: string;
        readonly expected: string;
        readonly found: string;
      }[];
    }
  | { readonly kind: 'webhook-disabled'; readonly url: string; readonly days: number };

const MOST_ITEMS = 50;

/**
 * Tells everybody who wants to hear of it (notice-choices.ts), once for each `occasion` (`inngest/function.failed` of one function in one hour, a night's check, an event). Where
 * one reader's mail fails the others still get theirs, and whoever repeats this sends only what is missing.
 */
export async function sendNotice(notice: Notice, occasion: string): Promise<MailOutcome> {
  const [readers, { shop, from }, { country }] = await Promise.all([
    listReaders(notice.kind),
    getMailSender(),
    getShop(),
  ]);
  if (readers.length === 0) return 'nobody';
  const speech = speak(languageOf(country));
  const { subject, text, items } = wordsOf(notice, speech, shop);
  const body = await renderMail(
    PlainMail({
      language: speech.language,
      shop,
      title: speech.t(`${notice.kind}.title`),
      text,
      items: [...new Set(items)],
      action: { label: shop, url: `${env().PUBLIC_URL}/dashboard` },
      why: speech.t('common.whyStaff', { shop }),
    }),
  );
  const kind: NoticeKind = notice.kind;
  const sent = await Promise.allSettled(
    readers.map(({ id, email }) =>
      deliverMail({
        key: `${kind}:${occasion}:${id}`,
        kind,
        to: email,
        from,
        language: speech.language,
        subject,
        ...body,
        secrets: [],
      }),
    ),
  );
  const failed = sent.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return sent.some((one) => one.status === 'fulfilled' && one.value === 'sent') ? 'sent' : 'already-sent';
}

type Words = { readonly subject: string; readonly text: string; readonly items: readonly string[] };

function wordsOf(notice: Notice, { t }: Speech, shop: string): Words {
  switch (notice.kind) {
    case 'low-stock': {
      const { lines, threshold } = notice;
      const items = lines
        .slice(0, MOST_ITEMS)
        .map(({ title, sku, available }) => t('low-stock.line', { title, sku, count: available }));
      const more = lines.length - items.length;
      return {
        subject: t('low-stock.subject', { shop, count: lines.length }),
        text: t('low-stock.text', { threshold }),
        items: more > 0 ? [...items, t('low-stock.more', { count: more })] : items,
      };
    }
    case 'job-failed': {
      const { name, run, error } = notice;
      return {
        subject: t('job-failed.subject', { shop, name }),
        text: t('job-failed.text'),
        items: [
          t('job-failed.job', { name }),
          t('job-failed.run', { run }),
          t('job-failed.error', { error }),
        ],
      };
    }
    case 'books-broken': {
      const { faults } = notice;
      const items = faults.slice(0, MOST_ITEMS).map((fault) => t('books-broken.line', fault));
      const more = faults.length - items.length;
      return {
        subject: t('books-broken.subject', { shop, count: faults.length }),
        text: t('books-broken.text'),
        items: more > 0 ? [...items, t('books-broken.more', { count: more })] : items,
      };
    }
    case 'webhook-disabled':
      return {
        subject: t('webhook-disabled.subject', { shop }),
        text: t('webhook-disabled.text', { days: notice.days }),
        items: [t('webhook-disabled.address', { url: notice.url })],
      };
  }
}
