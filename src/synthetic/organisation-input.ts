import type { OrganisationList } from '../kernel/organisation-list';
import { type Random, runningTotals } from './random';

/** The organisations a population lives among; the same fields as `contracts/organisations`. */
export interface OrganisationInput {
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly municipalities: readonly MunicipalityInput[];
  readonly hospitals: readonly HospitalInput[];
}
export interface MunicipalityInput {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly inhabitants: number;
}
export interface HospitalInput {
  /** SOR number, at least 11 digits. */
  readonly sor: string;
  readonly name: string;
  readonly region: string;
  /** Codes of the municipalities whose patients it takes. */
  readonly catchment: readonly string[];
  /** Its share of the patients of its catchment, against the others that take them. */
  readonly share: number;
  /** Whether it does PCI and bypass surgery. */
  readonly invasive: boolean;
}

/** The listed organisations as what a population lives among. */
export function organisationInputOf({ regions, municipalities, hospitals }: OrganisationList): OrganisationInput {
  return {
    regions: [...regions.values()],
    municipalities: [...municipalities.values()],
    hospitals: [...hospitals.values()],
  };
}

/** The organisations made ready for drawing: where a person lives and which hospitals take the person. */
export interface Geography {
  home(random: Random): MunicipalityInput;
  hospitalFor(random: Random, home: MunicipalityInput): HospitalInput;
  invasiveFor(random: Random, home: MunicipalityInput): HospitalInput;
  practiceFor(random: Random, home: MunicipalityInput): string;
}

const PRACTICES_PER_MUNICIPALITY = 34; // about 3,300 in all [P]
const SHARE_PRECISION = 10_000;

/** Lays out the draws; a municipality in nobody's catchment goes to its region's hospitals, failing those to all. */
export function layOut(organisations: OrganisationInput): Geography {
  const { municipalities, hospitals } = organisations;
  if (municipalities.length === 0 || !hospitals.some((hospital) => hospital.invasive)) {
    throw new RangeError('organisations: at least one municipality and one invasive hospital are needed');
  }
  const byInhabitants = runningTotals(municipalities.map((municipality) => municipality.inhabitants));
  const places = new Map(municipalities.map((home, at) => [home.code, placeOf(home, at, hospitals)]));
  const placeFor = (home: MunicipalityInput): Place => places.get(home.code) as Place;
  return {
    home: (random) => municipalities[random.share(byInhabitants)] as MunicipalityInput,
    hospitalFor: (random, home) => draw(random, placeFor(home).near),
    invasiveFor: (random, home) => draw(random, placeFor(home).invasive),
    practiceFor: (random, home) => String(placeFor(home).firstPractice + random.int(0, PRACTICES_PER_MUNICIPALITY - 1)),
  };
}

interface Choice {
  readonly hospitals: readonly HospitalInput[];
  readonly totals: readonly number[];
}
interface Place {
  readonly near: Choice;
  readonly invasive: Choice;
  readonly firstPractice: number;
}

const draw = (random: Random, choice: Choice): HospitalInput =>
  choice.hospitals[random.share(choice.totals)] as HospitalInput;

function placeOf(home: MunicipalityInput, at: number, hospitals: readonly HospitalInput[]): Place {
  const nearest = (candidates: readonly HospitalInput[]): Choice => {
    const catching = candidates.filter((hospital) => hospital.catchment.includes(home.code));
    const regional = candidates.filter((hospital) => hospital.region === home.region);
    const chosen = catching.length > 0 ? catching : regional.length > 0 ? regional : candidates;
    return { hospitals: chosen, totals: runningTotals(chosen.map((hospital) => hospital.share * SHARE_PRECISION)) };
  };
  return {
    near: nearest(hospitals),
    invasive: nearest(hospitals.filter((hospital) => hospital.invasive)),
    firstPractice: 100_000 + at * PRACTICES_PER_MUNICIPALITY,
  };
}
