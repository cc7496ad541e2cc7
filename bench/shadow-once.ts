import { danishDay } from '../src/kernel/day';
import type { DefinitionSet } from '../src/kernel/definition';
import { composeEmbedded } from '../src/apps/embedded';
import { countingOver } from '../src/counting/counting.composition';
import { readSettings } from '../src/platform/config/settings';
import { StderrLogger } from '../src/platform/stderr-logger';
import { SystemClock } from '../src/platform/system-clock';
import { parsePeriod, type Period } from '../src/kernel/period';
import { differenceBetween } from '../src/definitions/domain/versions/difference';

/** Seconds and what came of it: one set as a shadow over everyone, with its difference. */
interface Shadow {
  /** Everyone decided under both sets, and compared. */
  readonly seconds: number;
  /** Of these what a running server needs, which holds the decisions in force in memory. */
  readonly secondsInServer: number;
  /** Of processor time. */
  readonly cpuSeconds: number;
  readonly flipped: number;
  readonly unitsWithAnotherLevel: number;
}

/**
 * Opens the store for reading and runs two changed sets as shadows, one with other values, one with another population;
 * everyone is decided under both sets anew, as a command does that has nothing in memory.
 */
async function main(): Promise<void> {
  const embedded = composeEmbedded(readSettings(), new SystemClock(), new StderrLogger(), { readOnly: true });
  const { definitions, clock } = embedded;
  const viewpoint = { asOf: danishDay(clock.now()) };
  const shadow = async (set: DefinitionSet): Promise<Shadow> => {
    const cpuBefore = process.cpuUsage();
    const times = [process.hrtime.bigint()];
    const { versions } = countingOver(embedded);
    const { inForce } = versions;
    const other = versions.under(set, definitions.policy);
    const before = await inForce.counted.at(viewpoint);
    times.push(process.hrtime.bigint());
    const after = await other.counted.at(viewpoint);
    const difference = differenceBetween(
      { basis: inForce.basis, cases: before.cases },
      { basis: other.basis, cases: after.cases },
      { period: parsePeriod('all') as Period, asOf: viewpoint.asOf },
    );
    times.push(process.hrtime.bigint());
    const [begun = 0n, beforeDone = 0n, done = 0n] = times;
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      seconds: Number(done - begun) / 1e9,
      secondsInServer: Number(done - beforeDone) / 1e9,
      cpuSeconds: (user + system) / 1e6,
      flipped: difference.indicators.reduce((sum, { flipped }) => sum + flipped, 0),
      unitsWithAnotherLevel: difference.unitsWithAnotherLevel,
    };
  };
  const { set } = definitions;
  const otherValues = await shadow({ ...set, version: 2, indicators: set.indicators.map(stricter) });
  const { population } = set;
  const otherPopulation = await shadow({
    ...set,
    version: 3,
    population: { ...population, procedures: { ...population.procedures, pci: ['KFNG02'] } },
  });
  await embedded.database.close();
  process.stdout.write(JSON.stringify({ otherValues, otherPopulation }));
}

function stricter(indicator: DefinitionSet['indicators'][number]): DefinitionSet['indicators'][number] {
  const { value } = indicator;
  return value?.rule === 'laboratory'
    ? { ...indicator, value: { ...value, atMost: (value.atMost ?? 0) + 0.2 } }
    : indicator;
}

void main();
