import { findCustomerLinkMail, findEmailChangedMail, type LinkPurpose } from '@/lib/customers/find-link-mail';
import type { PasswordLinkId } from '@/lib/kernel/ids';
import { getMailSender } from '@/lib/shop/get-mail-sender';
import { findStaffPasswordMail } from '@/lib/staff/find-password-mail';
import { deliverMail } from './internal/deliver-mail';
import { PlainMail } from './internal/mails/plain-mail';
import { renderMail } from './internal/render-mail';
import { languageOf, speak, type TextKey } from './internal/texts';
import type { AccountMailKind, MailOutcome } from './model';

/** What is said about an account: links, and that its address is another now. */
export type AccountMailTopic = 'staff-link' | 'customer-link' | 'customer-email-changed';

type Letter = {
  readonly kind: AccountMailKind;
  /** In place of the kind's own text. */
  readonly text?: TextKey;
  readonly to: string;
  readonly market: string | null;
  /** Null: there is nothing to open. */
  readonly link: { readonly url: string; readonly expiresAt: string } | null;
  readonly newEmail?: string;
};

const LETTERS: Readonly<Record<AccountMailTopic, (id: PasswordLinkId) => Promise<Letter | null>>> = {
  'staff-link': staffLetter,
  'customer-link': customerLetter,
  'customer-email-changed': emailChangedLetter,
};

/**
 * Sends a mail about an account: the link by which its reader chooses a password, signs in, proves an address or erases themselves, or
 * that the address is another now. A link that was used or is over has nothing to send. What is kept of the mail does not have the link's
 * token: whoever may read mails must not become their readers.
 */
export async function sendAccountMail(topic: AccountMailTopic, linkId: PasswordLinkId): Promise<MailOutcome> {
  const letter = await LETTERS[topic](linkId);
  if (letter === null) return 'nobody';
  const { kind, to, link, newEmail = '' } = letter;
  const { t, language, locale } = speak(languageOf(letter.market));
  const { shop, from } = await getMailSender();
  const values = { shop, until: link === null ? '' : timeIn(locale, link.expiresAt), newEmail };
  const body = await renderMail(
    PlainMail({
      language,
      shop,
      title: t(`${kind}.title`, values),
      text: t(letter.text ?? `${kind}.text`, values),
      ...(link === null || kind === 'customer-email-taken' || kind === 'customer-email-changed'
        ? {}
        : { action: { label: t(`${kind}.action`), url: link.url } }),
      why: `${t(`${kind}.ignore`)} ${t('common.whyAccount', { shop })}`,
    }),
  );
  const subject = t(`${kind}.subject`, values);
  const secrets = link === null ? [] : [link.url.slice(link.url.indexOf('#') + 1)];
  return deliverMail({ key: `${kind}:${linkId}`, kind, to, from, language, subject, ...body, secrets });
}

function timeIn(locale: string, instant: string): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${time.format(new Date(instant))} UTC`;
}

async function staffLetter(linkId: PasswordLinkId): Promise<Letter | null> {
  const mail = await findStaffPasswordMail(linkId);
  if (mail === null) return null;
  const kind = mail.purpose === 'invitation' ? 'staff-invitation' : 'staff-password-reset';
  return { kind, to: mail.to, market: null, link: mail };
}

const CUSTOMER_KINDS: Readonly<Record<LinkPurpose, AccountMailKind>> = {
  'sign-up': 'customer-sign-up',
  reset: 'customer-password-reset',
  'sign-in': 'customer-sign-in',
  'change-email': 'customer-email-change',
  erase: 'customer-erasure',
};

async function customerLetter(linkId: PasswordLinkId): Promise<Letter | null> {
  const mail = await findCustomerLinkMail(linkId);
  if (mail === null) return null;
  const { purpose, isKnown, to, market } = mail;
  if (purpose === 'change-email' && isKnown) return { kind: 'customer-email-taken', to, market, link: null };
  const letter: Letter = { kind: CUSTOMER_KINDS[purpose], to, market, link: mail };
  return purpose === 'sign-up' && isKnown ? { ...letter, text: 'customer-sign-up.textKnown' } : letter;
}

async function emailChangedLetter(linkId: PasswordLinkId): Promise<Letter | null> {
  const mail = await findEmailChangedMail(linkId);
  return mail === null ? null : { kind: 'customer-email-changed', ...mail, link: null };
}
