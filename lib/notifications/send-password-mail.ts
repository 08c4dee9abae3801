import { findCustomerPasswordMail } from '@/lib/customers/find-password-mail';
import type { PasswordLinkId } from '@/lib/kernel/ids';
import { getMailSender } from '@/lib/shop/get-mail-sender';
import { findStaffPasswordMail } from '@/lib/staff/find-password-mail';
import { deliverMail } from './internal/deliver-mail';
import { PlainMail } from './internal/mails/plain-mail';
import { renderMail } from './internal/render-mail';
import { languageOf, speak } from './internal/texts';
import type { MailOutcome, PasswordMailKind } from './model';

type Letter = {
  readonly kind: PasswordMailKind;
  readonly isKnown: boolean;
  readonly to: string;
  readonly market: string | null;
  readonly url: string;
  readonly expiresAt: string;
};

/**
 * Sends the link by which its reader chooses a password. A link that was used or is over has nothing to send. What is kept of the
 * mail does not have the link's token: whoever may read mails must not become their readers.
 */
export async function sendPasswordMail(
  world: 'staff' | 'customer',
  linkId: PasswordLinkId,
): Promise<MailOutcome> {
  const letter = world === 'staff' ? await staffLetter(linkId) : await customerLetter(linkId);
  if (letter === null) return 'nobody';
  const { kind, to, url } = letter;
  const { t, language, locale } = speak(languageOf(letter.market));
  const { shop, from } = await getMailSender();
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const values = { shop, until: `${until.format(new Date(letter.expiresAt))} UTC` };
  const text = letter.isKnown ? t('customer-sign-up.textKnown', values) : t(`${kind}.text`, values);
  const body = await renderMail(
    PlainMail({
      language,
      shop,
      title: t(`${kind}.title`, values),
      text,
      action: { label: t(`${kind}.action`), url },
      why: `${t(`${kind}.ignore`)} ${t('common.whyAccount', { shop })}`,
    }),
  );
  const subject = t(`${kind}.subject`, values);
  const secrets = [url.slice(url.indexOf('#') + 1)];
  return deliverMail({ key: `${kind}:${linkId}`, kind, to, from, language, subject, ...body, secrets });
}

async function staffLetter(linkId: PasswordLinkId): Promise<Letter | null> {
  const mail = await findStaffPasswordMail(linkId);
  if (mail === null) return null;
  const kind = mail.purpose === 'invitation' ? 'staff-invitation' : 'staff-password-reset';
  return { ...mail, kind, isKnown: false, market: null };
}

async function customerLetter(linkId: PasswordLinkId): Promise<Letter | null> {
  const mail = await findCustomerPasswordMail(linkId);
  if (mail === null) return null;
  const kind = mail.purpose === 'sign-up' ? 'customer-sign-up' : 'customer-password-reset';
  return { ...mail, kind, isKnown: mail.purpose === 'sign-up' && mail.isKnown };
}
