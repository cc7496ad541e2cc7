import type { Hindrance } from '../../kernel/finding';
import type { Sector } from '../../kernel/organisation';
import type { Fact, PersonPathways } from '../../kernel/pathway';

/** How a kind of fact rests. */
interface StoredFact {
  /** The number it is stored under: never changed, never given again. */
  readonly code: number;
  /** The fields it has beyond what every fact has, in the order they rest in; new ones come last, so that old rows read. */
  readonly own: readonly string[];
}

const SERVICE = ['form', 'hindrances', 'by'];
const FACTS: { readonly [K in Fact['kind']]: StoredFact } = {
  participation: { code: 0, own: SERVICE },
  diet: { code: 1, own: SERVICE },
  'smoking-cessation': { code: 2, own: SERVICE },
  training: { code: 3, own: SERVICE },
  'patient-education': { code: 4, own: SERVICE },
  psychosocial: { code: 5, own: SERVICE },
  'municipal-start': { code: 6, own: ['course', 'planned', 'referredOn'] },
  'municipal-end': { code: 7, own: ['course', 'outcome', 'attended', 'planned', 'reason'] },
  hads: { code: 8, own: ['anxiety', 'depression'] },
  'blood-pressure': { code: 9, own: ['systolic', 'diastolic'] },
  hjertekost: { code: 10, own: ['score'] },
  'smoking-status': { code: 11, own: ['status'] },
  'exercise-capacity': { code: 12, own: ['method', 'phase', 'value'] },
  laboratory: { code: 13, own: ['npu', 'value', 'unit'] },
  dispensing: { code: 14, own: ['atc'] },
  referral: { code: 15, own: ['to', 'interventions'] },
};
const SECTORS: Readonly<Record<Sector, number>> = {
  hospital: 0,
  municipality: 1,
  'general-practice': 2,
  laboratory: 3,
  pharmacy: 4,
  patient: 5,
};
const HINDRANCES: Readonly<Record<Hindrance, number>> = {
  DELIVERED_ELSEWHERE: 0,
  REFERRAL_ONLY: 1,
  MISSING_DIAGNOSIS: 2,
  OBS_DIAGNOSIS_ONLY: 3,
  OTHER_DIAGNOSIS_ONLY: 4,
};

/** What stands under each code. */
function byCode<T>(codes: readonly (readonly [value: T, code: number])[]): readonly T[] {
  const values: T[] = [];
  for (const [value, code] of codes) values[code] = value;
  return values;
}
const entries = Object.entries as <K extends string, V>(record: Readonly<Record<K, V>>) => [K, V][];
const KIND_BY_CODE = byCode(entries(FACTS).map(([kind, { code }]) => [kind, code]));
const SECTOR_BY_CODE = byCode(entries(SECTORS));
const HINDRANCE_BY_CODE = byCode(entries(HINDRANCES));

type PackedFact = [
  kind: number,
  sector: number,
  source: number,
  event: string,
  record: string,
  on: string,
  time: number,
  ...own: unknown[],
];

/** Writes a folded person as a row: facts by position, sources said once. */
export function packPerson(person: PersonPathways): string {
  const sources: string[] = [];
  const numberOfSource = new Map<string, number>();
  const packFact = (fact: Fact): PackedFact => {
    let source = numberOfSource.get(fact.source);
    if (source === undefined) {
      source = sources.push(fact.source) - 1;
      numberOfSource.set(fact.source, source);
    }
    const { event, record, on, time } = fact;
    const packed: PackedFact = [FACTS[fact.kind].code, SECTORS[fact.sector], source, event, record, on, time];
    for (const field of FACTS[fact.kind].own) {
      const value = (fact as unknown as Record<string, unknown>)[field];
      packed.push(field === 'hindrances' && value !== undefined ? packHindrances(value as Hindrance[]) : value);
    }
    while (packed.at(-1) === undefined) packed.pop();
    return packed;
  };
  const pathways = person.pathways.map((pathway) => ({ ...pathway, facts: pathway.facts.map(packFact) }));
  return JSON.stringify({ ...person, pathways, sources });
}

/** Reads a folded person from a row. */
export function unpackPerson(row: string): PersonPathways {
  const { sources, ...person } = JSON.parse(row) as PersonPathways & { sources: string[] };
  return {
    ...person,
    pathways: person.pathways.map((pathway) => ({
      ...pathway,
      facts: (pathway.facts as unknown as PackedFact[]).map((packed) => unpackFact(packed, sources)),
    })),
  };
}

function unpackFact(packed: PackedFact, sources: readonly string[]): Fact {
  const [kindCode, sector, source, event, record, on, time] = packed;
  const kind = KIND_BY_CODE[kindCode] as Fact['kind'];
  const fact: Record<string, unknown> = {
    kind,
    sector: SECTOR_BY_CODE[sector],
    source: sources[source],
    event,
    record,
    on,
    time,
  };
  const fields = FACTS[kind].own;
  for (let at = 0; at < fields.length; at += 1) {
    const value = packed[7 + at];
    if (value === undefined || value === null) continue;
    const field = fields[at] as string;
    fact[field] = field === 'hindrances' ? unpackHindrances(value as number[]) : value;
  }
  return fact as unknown as Fact;
}

const packHindrances = (hindrances: readonly Hindrance[]): number[] =>
  hindrances.map((hindrance) => HINDRANCES[hindrance]);
const unpackHindrances = (codes: readonly number[]): Hindrance[] =>
  codes.map((code) => HINDRANCE_BY_CODE[code] as Hindrance);
