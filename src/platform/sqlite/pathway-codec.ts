import { byCode, HINDRANCE_CODE, KIND_CODE, SECTOR_CODE } from '../../kernel/fact-codes';
import type { Hindrance } from '../../kernel/finding';
import type { Fact, PersonPathways } from '../../kernel/pathway';

/** The fields a kind of fact has beyond what every fact has, in the order they rest in; new ones come last, so that old rows read. */
const SERVICE = ['form', 'hindrances', 'by'];
const OWN_FIELDS: Readonly<Record<Fact['kind'], readonly string[]>> = {
  participation: SERVICE,
  diet: SERVICE,
  'smoking-cessation': SERVICE,
  training: SERVICE,
  'patient-education': SERVICE,
  psychosocial: SERVICE,
  'municipal-start': ['course', 'planned', 'referredOn'],
  'municipal-end': ['course', 'outcome', 'attended', 'planned', 'reason'],
  hads: ['anxiety', 'depression'],
  'blood-pressure': ['systolic', 'diastolic'],
  hjertekost: ['score'],
  'smoking-status': ['status'],
  'exercise-capacity': ['method', 'phase', 'value'],
  laboratory: ['npu', 'value', 'unit'],
  dispensing: ['atc'],
  referral: ['to', 'interventions'],
};
const KIND_BY_CODE = byCode(KIND_CODE);
const SECTOR_BY_CODE = byCode(SECTOR_CODE);
const HINDRANCE_BY_CODE = byCode(HINDRANCE_CODE);

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
    const packed: PackedFact = [KIND_CODE[fact.kind], SECTOR_CODE[fact.sector], source, event, record, on, time];
    for (const field of OWN_FIELDS[fact.kind]) {
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
  const fields = OWN_FIELDS[kind];
  for (let at = 0; at < fields.length; at += 1) {
    const value = packed[7 + at];
    if (value === undefined || value === null) continue;
    const field = fields[at] as string;
    fact[field] = field === 'hindrances' ? unpackHindrances(value as number[]) : value;
  }
  return fact as unknown as Fact;
}

const packHindrances = (hindrances: readonly Hindrance[]): number[] =>
  hindrances.map((hindrance) => HINDRANCE_CODE[hindrance]);
const unpackHindrances = (codes: readonly number[]): Hindrance[] =>
  codes.map((code) => HINDRANCE_BY_CODE[code] as Hindrance);
