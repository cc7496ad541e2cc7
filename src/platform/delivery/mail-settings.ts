/** How mail is sent: a server as smtp://user:password@host:port (smtps:// for TLS from the first byte) and a sender. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/;

/** True when a text is one mail address and nothing else. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}
