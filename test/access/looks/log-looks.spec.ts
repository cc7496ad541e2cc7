import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LogLooks } from '../../../src/access/application/log-looks';
import { LookNotLogged } from '../../../src/ports/look-log';
import { signedHead } from '../../../src/access/domain/looks/signed-head';
import { holdsCpr } from '../../../src/kernel/cpr-text';
import { readHead, verifyLooks } from '../../../src/operations/verification/looks-verified';
import { LookHeadFile } from '../../../src/platform/look-head-file';
import { MemoryLookHeads } from '../../../src/platform/memory/memory-look-heads';
import { MemoryLookLog } from '../../../src/platform/memory/memory-look-log';
import { SilentLogger } from '../../../src/platform/silent-logger';
import type { LookHeads, LookLog } from '../../../src/ports/look-log';
import { closeEmbedded, openEmbedded, SetClock, settingsFor } from '../../robustness/embedded';
import { lookAt } from '../../support/looks';
import { temporaryFolder } from '../../support/temporary-folder';

const lookKey = Buffer.from('the key of the head');
const clock = { now: () => 1_700_000_000_000 };

const logging = (looks: LookLog, lookHeads: LookHeads): LogLooks =>
  new LogLooks({ looks, lookHeads, lookKey, clock, logger: new SilentLogger() });

async function differencesIn(looks: LookLog, lookHeads: LookHeads): Promise<readonly string[]> {
  const told: string[] = [];
  await verifyLooks({ looks, lookHeads, lookKey }, await readHead({ lookHeads }), (what) => void told.push(what));
  return told;
}

/** A log that writes when it is told to, and counts how often. */
class SlowLookLog extends MemoryLookLog {
  appends = 0;
  private go: () => void = () => undefined;
  private readonly may = new Promise<void>((resolve) => (this.go = resolve));

  release(): void {
    this.go();
  }

  override async append(looks: Parameters<LookLog['append']>[0]): Promise<boolean> {
    this.appends += 1;
    await this.may;
    return super.append(looks);
  }
}

class FullLookLog extends MemoryLookLog {
  isFull = false;

  override append(looks: Parameters<LookLog['append']>[0]): Promise<boolean> {
    return this.isFull ? Promise.reject(new Error('the disk is full')) : super.append(looks);
  }
}

class FullLookHeads extends MemoryLookHeads {
  isFull = false;

  override write(head: Parameters<LookHeads['write']>[0]): Promise<void> {
    return this.isFull ? Promise.reject(new Error('the disk is full')) : super.write(head);
  }
}

test('a look is durable, and its head signed, once it is logged', async () => {
  const [looks, heads] = [new MemoryLookLog(), new MemoryLookHeads()];
  await logging(looks, heads).log(lookAt(['p_anna']));

  expect((await looks.find(1))?.look).toEqual({ ...lookAt(['p_anna']), at: clock.now() });
  expect(await heads.read()).toEqual(signedHead(lookKey, await looks.last(), clock.now()));
});

test('looks that come while others are written are written together', async () => {
  const [looks, heads] = [new SlowLookLog(), new MemoryLookHeads()];
  const log = logging(looks, heads);
  const first = log.log(lookAt(['p_anna']));
  while (looks.appends === 0) await Promise.resolve();
  const others = Array.from({ length: 50 }, (_, at) => log.log(lookAt([`p_${at}`])));
  looks.release();
  await Promise.all([first, ...others]);

  expect(looks.appends).toBe(2);
  expect((await looks.last()).number).toBe(51);
  expect(await differencesIn(looks, heads)).toEqual([]);
});

test('several processes make one sound log, however they come in one another’s way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 40 }), async (order) => {
      const [looks, heads] = [new MemoryLookLog(), new MemoryLookHeads()];
      const processes = [0, 1, 2].map(() => logging(looks, heads));
      const logged = order.map(async (one, at) => {
        for (let turns = 0; turns < at % 5; turns += 1) await Promise.resolve();
        await processes[one]?.log(lookAt([`p_${at}`]));
      });
      await Promise.all(logged);

      expect((await looks.last()).number).toBe(order.length);
      expect(await differencesIn(looks, heads)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('a look that cannot be kept, or not covered by a head, is not logged; the next ones are once it can be', async () => {
  const [looks, heads] = [new FullLookLog(), new FullLookHeads()];
  const log = logging(looks, heads);
  looks.isFull = true;
  await expect(log.log(lookAt(['p_anna']))).rejects.toThrow(LookNotLogged);
  looks.isFull = false;
  heads.isFull = true;
  await expect(log.log(lookAt(['p_anna']))).rejects.toThrow(LookNotLogged);
  heads.isFull = false;
  await log.log(lookAt(['p_bo']));

  expect((await looks.last()).number).toBe(2);
  expect(await differencesIn(looks, heads)).toEqual([]);
});

test('nothing is logged after a log that was cut, so that a new head does not hide it', async () => {
  const [looks, heads] = [new MemoryLookLog(), new MemoryLookHeads()];
  for (const person of ['p_anna', 'p_bo']) await logging(looks, heads).log(lookAt([person]));
  const cut = new MemoryLookLog();
  await logging(cut, new MemoryLookHeads()).log(lookAt(['p_anna']));

  await expect(logging(cut, heads).log(lookAt(['p_carla']))).rejects.toThrow(/verify/);
  expect(await differencesIn(cut, heads)).toEqual([expect.stringMatching(/cut: look 2 /)]);
});

test('a head in a file is its owner’s alone, and one that is damaged is told', async () => {
  const place = join(temporaryFolder(), 'elsewhere', 'looks.head');
  const [looks, heads] = [new MemoryLookLog(), new LookHeadFile(place)];
  await logging(looks, heads).log(lookAt(['p_anna']));

  expect(statSync(place).mode & 0o777).toBe(0o600);
  expect(await differencesIn(looks, heads)).toEqual([]);
  expect(await new LookHeadFile(place).read()).toMatchObject({ number: 1 });

  writeFileSync(place, readFileSync(place, 'utf8').replace('"number":1', '"number":0'));
  expect(await differencesIn(looks, heads)).toEqual([expect.stringMatching(/not signed with its key/)]);
  writeFileSync(place, '{}');
  expect(await differencesIn(looks, heads)).toEqual([expect.stringMatching(/is no head of a log of looks/)]);
  await expect(logging(looks, heads).log(lookAt([]))).rejects.toThrow(LookNotLogged);
});

test('what may be a CPR number in a reader’s name or subject does not get into the log', async () => {
  const looks = new MemoryLookLog();
  const planted = {
    subject: '1502779995',
    name: 'Anna 020160-9995',
    organisation: 'x 0201609996',
    purpose: '0504909995',
  };
  await logging(looks, new MemoryLookHeads()).log(lookAt(['p_anna'], { ...planted, relation: '0707614285' }));

  expect(holdsCpr(JSON.stringify(await looks.find(1)))).toBe(false);
});

test('where settings name no other place, the head lies with the store, wherever that is', async () => {
  const folder = temporaryFolder();
  const settings = { ...settingsFor(temporaryFolder()), dataFolder: folder };
  const embedded = openEmbedded(settings, SetClock.at('2024-03-01'));
  await embedded.logLooks.log(lookAt(['p_anna']));
  await closeEmbedded(embedded);

  expect(await new LookHeadFile(join(folder, 'looks.head')).read()).toMatchObject({ number: 1 });
});
