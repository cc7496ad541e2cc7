import type { IndicatorDefinition } from '../../../src/kernel/definition';
import type { Organisation } from '../../../src/kernel/organisation';
import { layOut, organisationInputOf } from '../../../src/synthetic/organisation-input';
import { createRandom, type Random } from '../../../src/synthetic/random';
import { definitions, organisations } from '../muted-world';

/** Whoever an indicator rests on. */
export type AskedSector = IndicatorDefinition['sources'][number];

/** How one indicator goes in a world in which organisations do not differ; chosen to be plausible. */
interface Usual {
  /** Of pathways whose fact is there, how many it brings into the denominator; and of how many it is there. */
  readonly inside: number;
  readonly factThere: number;
  /** Evidence: that a source delivers what is asked for. Value: that it is as it should be. */
  readonly rates: Readonly<Partial<Record<AskedSector, number>>>;
}

const both = (hospital: number, municipality: number): Usual['rates'] => ({ hospital, municipality });

const USUAL: Readonly<Record<string, Usual>> = {
  participation: { inside: 1, factThere: 1, rates: both(0.36, 0.27) },
  retention: { inside: 1, factThere: 0.35, rates: { municipality: 0.68 } },
  'work-capacity': { inside: 1, factThere: 0.38, rates: both(0.58, 0.63) },
  diet: { inside: 0.5, factThere: 0.6, rates: both(0.24, 0.19) },
  'smoking-cessation': { inside: 0.25, factThere: 0.9, rates: both(0.3, 0.24) },
  'smoke-free': { inside: 0.25, factThere: 0.9, rates: both(0.3, 0.34) },
  'hads-start': { inside: 1, factThere: 0.52, rates: both(0.55, 0.45) },
  'hads-end': { inside: 0.3, factThere: 0.5, rates: both(0.45, 0.36) },
  'blood-pressure': { inside: 1, factThere: 1, rates: { hospital: 0.7 } },
  ldl: { inside: 1, factThere: 1, rates: { laboratory: 0.58 } },
  antithrombotic: { inside: 1, factThere: 1, rates: { pharmacy: 0.95 } },
  statin: { inside: 1, factThere: 1, rates: { pharmacy: 0.9 } },
};

/** Standard deviation of organisations' log odds, in thousandths: half of them are then within ± 8 points of 50 %. */
const APART = 500;
/** In the 2024 report 42 of 98 municipalities had no data (domain.md §1); hospitals fall silent more rarely. */
const SILENT = { municipalities: 42, hospitals: 7 };
/** The part of patients in whose windows the laboratory database and the prescription register were silent. */
const REGISTER_SILENT = 0.1;

export interface Place {
  readonly hospital: Organisation;
  readonly municipality: Organisation;
}

/** A world in which organisations differ and some are silent, neither having to do with the other. */
export class World {
  private readonly geography = layOut(organisationInputOf(organisations));
  private readonly random: Random;
  private readonly silent: ReadonlySet<Organisation>;
  private readonly logOdds = new Map<string, number>();

  constructor(seed: number) {
    this.random = createRandom(seed, 0);
    this.silent = new Set([
      ...this.drawn([...organisations.municipalities.keys()], SILENT.municipalities, 'municipality'),
      ...this.drawn([...organisations.hospitals.keys()], SILENT.hospitals, 'hospital'),
    ]);
  }

  place(): Place {
    const home = this.geography.home(this.random);
    return {
      municipality: `municipality:${home.code}`,
      hospital: `hospital:${this.geography.hospitalFor(this.random, home).sor}`,
    };
  }

  /** The sectors whose source did not report on a patient of a place. */
  silentFor({ hospital, municipality }: Place): ReadonlySet<AskedSector> {
    const sectors = new Set<AskedSector>();
    if (this.silent.has(hospital)) sectors.add('hospital');
    if (this.silent.has(municipality)) sectors.add('municipality');
    if (this.random.chance(REGISTER_SILENT)) sectors.add('laboratory').add('pharmacy');
    return sectors;
  }

  /** How often what an indicator asks for is so when a source of a place does it or says it. */
  rateOf({ key }: IndicatorDefinition, sector: AskedSector, place: Place): number {
    const usual = usualOf(key).rates[sector] as number;
    if (sector !== 'hospital' && sector !== 'municipality') return usual;
    const name = `${key} ${place[sector]}`;
    let odds = this.logOdds.get(name);
    if (odds === undefined) this.logOdds.set(name, (odds = this.random.bell(0, APART) / 1000));
    return 1 / (1 + ((1 - usual) / usual) * Math.exp(-odds));
  }

  chance(probability: number): boolean {
    return this.random.chance(probability);
  }

  pick<T>(items: readonly T[]): T {
    return this.random.pick(items);
  }

  private drawn(codes: string[], count: number, scheme: string): Organisation[] {
    for (let at = codes.length - 1; at > 0; at -= 1) {
      const other = this.random.int(0, at);
      [codes[at], codes[other]] = [codes[other] as string, codes[at] as string];
    }
    return codes.slice(0, count).map((code) => `${scheme}:${code}`);
  }
}

export function usualOf(key: string): Usual {
  const usual = USUAL[key];
  if (usual === undefined) throw new Error(`Nobody said how ${key} usually goes.`);
  return usual;
}

export const INDICATORS: readonly IndicatorDefinition[] = definitions.set.indicators;
