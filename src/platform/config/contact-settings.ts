import { isMailAddress, type MailSettings } from '../delivery/mail-settings';
import { listOf, textOf, type SettingReading, type SettingText } from './setting-readers';

/** Whom people write to, or ring, about the pages. */
export interface Contact {
  readonly mail: string;
  readonly phone?: string;
}

export const MAIL_SETTING_TEXTS: readonly SettingText[] = [
  {
    name: 'REHABSPOR_SMTP_URL',
    fallback: '(none)',
    says: 'mail server as smtp://user:password@host:port, or smtps://',
  },
  { name: 'REHABSPOR_SMTP_FROM', fallback: '(none)', says: 'address that reports are mailed from' },
  {
    name: 'REHABSPOR_CONTACT',
    fallback: '(none)',
    says: 'mail address, and after a comma a telephone number, that the pages name for those who cannot use them',
  },
];

const PHONE = /^\+?\d[\d ]{5,18}\d$/;

/** How mail is sent: both settings or neither. */
export function mailIn(reading: SettingReading): { readonly mail?: MailSettings } {
  const [url, from] = [textOf(reading, 'REHABSPOR_SMTP_URL'), textOf(reading, 'REHABSPOR_SMTP_FROM')];
  if (url === undefined && from === undefined) return {};
  if (url === undefined || !(/^smtps?:\/\/[^/]/.test(url) && URL.canParse(url))) {
    reading.faults.push(
      'REHABSPOR_SMTP_URL must be smtp://host:port or smtps://host:port, set with REHABSPOR_SMTP_FROM',
    );
  }
  if (from === undefined || !isMailAddress(from)) {
    reading.faults.push('REHABSPOR_SMTP_FROM must be a mail address, set with REHABSPOR_SMTP_URL');
  }
  return { mail: { url: url ?? '', from: from ?? '' } };
}

/** Whom people write to about the pages: a mail address, and a telephone number where there is one. */
export function contactIn(reading: SettingReading): { readonly contact?: Contact } {
  const [mail, phone, ...others] = listOf(reading, 'REHABSPOR_CONTACT');
  if (mail === undefined) return {};
  if (!isMailAddress(mail) || (phone !== undefined && !PHONE.test(phone)) || others.length > 0) {
    reading.faults.push('REHABSPOR_CONTACT must be a mail address, or one and a telephone number with a comma between');
  }
  return { contact: { mail, ...(phone === undefined ? undefined : { phone }) } };
}
