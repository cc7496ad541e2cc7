import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderDelivery } from '../../src/platform/delivery/folder-delivery';
import { MailDelivery } from '../../src/platform/delivery/mail-delivery';
import { attachmentsOf, headerOf, startMailServer } from '../support/mail-server';
import { temporaryFolder } from '../support/temporary-folder';
import { describeReportDelivery, parcel } from './report-delivery.suite';

const servers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of servers.splice(0)) await stop();
});

const folders = ['../other', '/tmp', 'a/../../b', '..', '', 'a//b', '.hidden', 'a\u0000b', '~', 'x'.repeat(201)];

describeReportDelivery('folder', async () => {
  const root = join(temporaryFolder(), 'reports');
  const place = join(root, 'odense', 'månedlig');
  return {
    delivery: new FolderDelivery(root),
    destination: { kind: 'folder', folder: 'odense/månedlig' },
    unusable: folders.map((folder) => ({ kind: 'folder' as const, folder })),
    arrived: async () =>
      (existsSync(place) ? readdirSync(place) : [])
        .sort()
        .map((name) => ({ name, content: readFileSync(join(place, name)) })),
    block: () => {
      mkdirSync(root);
      writeFileSync(join(root, 'odense'), 'a file where a folder should be');
    },
  };
});

describeReportDelivery('mail', async () => {
  let isBlocked = false;
  const server = await startMailServer(() => isBlocked);
  servers.push(server.stop);
  return {
    delivery: new MailDelivery({ url: server.url, from: 'rehabspor@example.org' }),
    destination: { kind: 'mail', to: ['kvalitet@example.org'] },
    unusable: [
      [],
      ['nobody'],
      ['a@b, c@d'],
      ['a@b\r\nBcc: c@d'],
      ['<a@b>'],
      Array.from({ length: 21 }, () => 'a@b'),
    ].map((to) => ({ kind: 'mail' as const, to })),
    arrived: async () => {
      const byReference = new Map(server.received.map((mail) => [headerOf(mail, 'Message-ID'), mail]));
      return [...byReference.values()].flatMap(attachmentsOf);
    },
    block: () => {
      isBlocked = true;
    },
  };
});

const folder = (name: string) => ({ kind: 'folder', folder: name }) as const;
const mail = (...to: string[]) => ({ kind: 'mail', to }) as const;

test('a link that leads out of the folder is not followed', async () => {
  const [root, outside] = [temporaryFolder(), temporaryFolder()];
  symlinkSync(outside, join(root, 'way-out'));

  await expect(new FolderDelivery(root).deliver(folder('way-out/new'), parcel())).rejects.toThrow('by a link');
  expect(readdirSync(outside)).toEqual([]);
});

test('a file name that leads elsewhere is not written', async () => {
  const root = temporaryFolder();
  const [file] = parcel().files;
  const bad = { ...parcel(), files: [{ ...file!, name: '../x.csv' }] };

  await expect(new FolderDelivery(root).deliver(folder('a'), bad)).rejects.toThrow('name');
  expect(existsSync(join(root, 'x.csv'))).toBe(false);
});

test('a file delivered again takes the place of the first, and nothing else is left beside it', async () => {
  const root = temporaryFolder();
  const [file] = parcel().files;
  const delivery = new FolderDelivery(root);
  await delivery.deliver(folder('a'), parcel('s_a-1', 1));
  await delivery.deliver(folder('a'), { ...parcel(), files: [{ ...file!, content: Buffer.from('new') }] });

  expect(readdirSync(join(root, 'a'))).toEqual(['tal.csv']);
  expect(readFileSync(join(root, 'a', 'tal.csv'), 'utf8')).toBe('new');
});

test('a mail carries its subject, goes to everyone and is recognisable when it comes again', async () => {
  const server = await startMailServer();
  servers.push(server.stop);
  const delivery = new MailDelivery({ url: server.url, from: 'rehabspor@example.org' });
  await delivery.deliver(mail('a@example.org', 'b@example.org'), parcel('s_a-7'));
  await delivery.deliver(mail('a@example.org', 'b@example.org'), parcel('s_a-7'));

  expect(server.received.map(({ to }) => to)).toEqual([
    ['a@example.org', 'b@example.org'],
    ['a@example.org', 'b@example.org'],
  ]);
  expect(new Set(server.received.map((one) => headerOf(one, 'Message-ID')))).toEqual(new Set(['<s_a-7@example.org>']));
  expect(headerOf(server.received[0]!, 'From')).toBe('rehabspor@example.org');
});

test('without a mail server mail is refused with the settings that cure it', () => {
  expect(new MailDelivery(undefined).faultIn(mail('a@example.org'))).toContain('REHABSPOR_SMTP_URL');
});

test('what a failed mail says holds neither address nor password', async () => {
  const server = await startMailServer(() => true);
  servers.push(server.stop);
  const url = server.url.replace('smtp://', 'smtp://robot:hemmeligt@');
  const told = [url, 'smtp://robot:hemmeligt@127.0.0.1:9'].map((to) =>
    new MailDelivery({ url: to, from: 'r@example.org' }).deliver(mail('patientnavn@example.org'), parcel()).then(
      () => 'delivered',
      (error: unknown) => (error as Error).message,
    ),
  );

  for (const message of await Promise.all(told)) {
    expect(message).toContain('The mail server did not take the report');
    expect(message).not.toMatch(/patientnavn|robot|hemmeligt/);
  }
});
