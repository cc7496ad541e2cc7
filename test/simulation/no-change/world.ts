import type { Organisation } from '../../../src/kernel/organisation';
import { addDays, daysBetween, type Day } from '../../../src/kernel/day';
import { createRandom, type Random } from '../../../src/synthetic/random';
import { organisations } from '../muted-world';
import { World, type AskedSector, type Place } from '../intervals/world';

/** Years in which nothing changes but who reports. */
export const YEARS = { from: '2021-01-01', to: '2023-12-31' } as const;
const DAYS = daysBetween(YEARS.from, YEARS.to);

/** In the 2024 report 42 of 98 municipalities had no data (domain.md §1); here they never had any. */
const NEVER_CONNECTED = 42;
/** Of a hundred of the others, so many fall silent once, for three to eighteen months. */
const FALL_SILENT = 25;
const SILENT_DAYS = { least: 90, most: 540 };

interface Silence {
  readonly from: Day;
  readonly to: Day;
}

/** A world whose organisations differ from each other and never from themselves; some are silent, or once were. */
export class SteadyWorld {
  private readonly world: World;
  private readonly random: Random;
  private readonly silences = new Map<Organisation, Silence>();

  constructor(seed: number) {
    this.world = new World(seed);
    this.random = createRandom(seed, 1);
    const municipalities = [...organisations.municipalities.keys()].map((code) => `municipality:${code}`);
    const hospitals = [...organisations.hospitals.keys()].map((sor) => `hospital:${sor}`);
    while (this.silences.size < NEVER_CONNECTED) this.silences.set(this.random.pick(municipalities), YEARS);
    for (const organisation of [...municipalities, ...hospitals]) {
      if (this.silences.has(organisation) || !this.random.chance(FALL_SILENT / 100)) continue;
      const from = addDays(YEARS.from, this.random.int(0, DAYS));
      const to = addDays(from, this.random.int(SILENT_DAYS.least, SILENT_DAYS.most));
      this.silences.set(organisation, { from, to });
    }
  }

  indexDay(): Day {
    return addDays(YEARS.from, this.random.int(0, DAYS));
  }

  /** The sectors whose source did not report on a patient of a place whose pathway began on a day. */
  silentFor({ hospital, municipality }: Place, day: Day): ReadonlySet<AskedSector> {
    const silent = new Set<AskedSector>();
    if (this.isSilent(hospital, day)) silent.add('hospital');
    if (this.isSilent(municipality, day)) silent.add('municipality');
    return silent;
  }

  get stories(): World {
    return this.world;
  }

  private isSilent(organisation: Organisation, day: Day): boolean {
    const silence = this.silences.get(organisation);
    return silence !== undefined && silence.from <= day && day <= silence.to;
  }
}
