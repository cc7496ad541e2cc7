import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server on this machine that keeps what it gets; `refuse` says which mails it does not take. */
export async function startMailServer(refuse: (mail: ReceivedMail) => boolean = () => false) {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const mail = { to, raw: Buffer.concat(chunks).toString('utf8') };
        if (refuse(mail)) {
          done(Object.assign(new Error(`Not now, ${to.join()}`), { responseCode: 451 }));
        } else {
          received.push(mail);
          done();
        }
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A header of a mail. */
export function headerOf({ raw }: ReceivedMail, name: string): string | undefined {
  return new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replaceAll(/\r\n\s*/g, ' ');
}

/** The attachments of a mail, by name. */
export function attachmentsOf({ raw }: ReceivedMail): { name: string; content: Buffer }[] {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  return raw
    .split(`--${boundary}`)
    .filter((part) => /content-disposition: attachment/i.test(part))
    .map((part) => ({
      name: /filename="?([^"\r\n]+)"?/.exec(part)?.[1] ?? '',
      content: decoded(part.slice(part.indexOf('\r\n\r\n') + 4), /transfer-encoding: (\S+)/i.exec(part)?.[1]),
    }));
}

function decoded(body: string, encoding = '7bit'): Buffer {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64');
  const text = body.replace(/\r\n$/, '');
  if (encoding.toLowerCase() !== 'quoted-printable') return Buffer.from(text);
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
