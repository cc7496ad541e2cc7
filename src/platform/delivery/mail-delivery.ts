import { ReportDelivery, type Parcel } from '../../ports/report-delivery';
import type { Destination } from '../../ports/subscription-book';
import { isMailAddress, type MailSettings } from './mail-settings';

type Mail = Extract<Destination, { kind: 'mail' }>;

const MOST_ADDRESSES = 20;
const TIMEOUT_MS = 30_000;

/** Mail with the files attached; a parcel sent again carries the same Message-ID. Without settings it sends nothing. */
export class MailDelivery extends ReportDelivery<Mail> {
  constructor(private readonly settings: MailSettings | undefined) {
    super();
  }

  override faultIn({ to }: Mail): string | undefined {
    if (this.settings === undefined) {
      return 'cannot be mail here: set REHABSPOR_SMTP_URL and REHABSPOR_SMTP_FROM and start again, or name a folder';
    }
    if (to.length > 0 && to.length <= MOST_ADDRESSES && to.every(isMailAddress)) return undefined;
    return `must have from 1 to ${MOST_ADDRESSES} mail addresses, such as name@example.org`;
  }

  override async deliver(destination: Mail, parcel: Parcel): Promise<void> {
    const fault = this.faultIn(destination);
    if (fault !== undefined || this.settings === undefined) throw new Error(`The delivery ${fault}.`);
    try {
      const refused = await send(this.settings, destination, parcel);
      if (refused > 0) throw new Error(`${refused} of the addresses were refused`);
    } catch (error) {
      throw new Error(`The mail server did not take the report: ${reasonOf(error)}.`, { cause: error });
    }
  }
}

/** Resolves with how many addresses were refused while others were taken. */
async function send({ url, from }: MailSettings, { to }: Mail, parcel: Parcel): Promise<number> {
  const { createTransport } = await import('nodemailer'); // Loads only where mail is sent.
  const { reference, subject, text, files } = parcel;
  const transport = createTransport({
    ...{ url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    const { rejected = [] } = await transport.sendMail({
      ...{ from, to: [...to], subject, text },
      messageId: `<${reference}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      attachments: files.map(({ name, contentType, content }) => ({
        ...{ filename: name, contentType, content: Buffer.from(content) },
      })),
    });
    return rejected.length;
  } finally {
    transport.close();
  }
}

/** What the client says, by its code: its own message may repeat addresses and names of users. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') return `it answered ${responseCode}`;
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.message : 'it is not known why';
}
