import { Evaluation } from '../../src/operations/evaluation/evaluation';
import { composeEmbedded, type Embedded } from '../../src/apps/embedded';
import type { Rooms } from '../../src/apps/rooms';
import { Verification } from '../../src/operations/verification/verification';
import { DecisionWriter } from '../../src/indicators/domain/render';
import { danishDay, type Day } from '../../src/kernel/day';
import { readSettings, type Settings } from '../../src/platform/config/settings';
import { loadDefinitionSet } from '../../src/platform/contracts/definition-set';
import { SilentLogger } from '../../src/platform/silent-logger';
import { Clock } from '../../src/ports/clock';
import { names } from '../support/evaluate';
import { reading, SECRET, schemas } from './ground';

/** A clock that says what it is told. */
export class SetClock extends Clock {
  constructor(private moment: number) {
    super();
  }

  static at(day: Day): SetClock {
    return new SetClock(Date.parse(`${day}T12:00:00Z`));
  }

  override now(): number {
    return this.moment;
  }

  set(day: Day): void {
    this.moment = Date.parse(`${day}T12:00:00Z`);
  }
}

export function settingsFor(folder: string, more: NodeJS.ProcessEnv = {}): Settings {
  return readSettings({ REHABSPOR_DATA: folder, REHABSPOR_KEY: SECRET, ...more });
}

export const openEmbedded = (settings: Settings, clock: Clock): Embedded =>
  composeEmbedded(settings, clock, new SilentLogger());

export async function closeEmbedded({ log, database }: Embedded): Promise<void> {
  await log.stop();
  await database.close();
}

/** Every stored decision in full as `evaluate` writes it, a line each, ordered by person. */
export async function storedDecisions({
  decisions,
  definitions,
  names,
  clock,
}: Pick<Rooms, 'decisions' | 'definitions' | 'names' | 'clock'>): Promise<string[]> {
  const writer = new DecisionWriter(definitions, names);
  const asOf = danishDay(clock.now());
  const persons: { person: string; lines: string[] }[] = [];
  for await (const page of decisions.scan(100)) {
    for (const { person, decisions: decided } of page) {
      persons.push({ person, lines: decided.map((one) => JSON.stringify(writer.write(one, person, asOf))) });
    }
  }
  return persons.sort((a, b) => (a.person < b.person ? -1 : 1)).flatMap(({ lines }) => lines);
}

/** The decisions that `evaluate` makes of the same lines on the clock's day. */
export async function evaluatedDecisions(
  lines: readonly string[],
  settings: Settings,
  clock: Clock,
): Promise<string[]> {
  const evaluation = new Evaluation(reading, names, clock, {
    definitions: loadDefinitionSet(schemas, settings.definitionsFile),
    policy: settings.policy,
    asOf: danishDay(clock.now()),
    showCpr: false,
  });
  await evaluation.receive(lines.map((text) => ({ text })));
  const written: string[] = [];
  for await (const decided of evaluation.decisions()) written.push(...decided.map((one) => JSON.stringify(one)));
  return written;
}

/** What `verify` finds other in the store than in the log. */
export async function differencesIn(settings: Settings, clock: Clock): Promise<readonly string[]> {
  const embedded = composeEmbedded(settings, clock, new SilentLogger(), { readOnly: true });
  const { differences, notHandledYet } = await new Verification(embedded).run(() => undefined);
  await closeEmbedded(embedded);
  return notHandledYet === 0 ? differences : [...differences, `${notHandledYet} messages not handled yet`];
}

/** Takes lines in and waits until all they lead to is decided. */
export async function takeIn(embedded: Embedded, batches: readonly (readonly string[])[]): Promise<void> {
  for (const batch of batches) {
    await embedded.intake.receive(
      batch.map((text) => ({ text })),
      { receivedAt: 'stated-or-clock' },
    );
  }
  await embedded.log.settled();
  await embedded.indicators.catchUp();
}
