import { HINDRANCES } from '../../kernel/finding';
import type { Fact, PersonPathways } from '../../kernel/pathway';

/** The fields each kind of fact has beyond what every fact has, in the order they rest in; new ones come last, so that old rows read. */
const OWN_FIELDS: { readonly [K in Fact['kind']]: readonly string[] } = {
  participation: ['form', 'hindrances', 'by'],
  diet: ['form', 'hindrances', 'by'],
  'smoking-cessation': ['form', 'hindrances', 'by'],
  training: ['form', 'hindrances', 'by'],
  'patient-education': ['form', 'hindrances', 'by'],
  psychosocial: ['form', 'hindrances', 'by'],
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
const KINDS = Object.keys(OWN_FIELDS) as Fact['kind'][];
const numberOfKind = new Map(KINDS.map((kind, at) => [kind, at]));
const SECTORS = ['hospital', 'municipality', 'general-practice', 'laboratory', 'pharmacy', 'patient'] as const;

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
    const packed: PackedFact = [
      numberOfKind.get(fact.kind) ?? -1,
      SECTORS.indexOf(fact.sector),
      source,
      event,
      record,
      on,
      time,
    ];
    for (const field of OWN_FIELDS[fact.kind]) {
      const value = (fact as unknown as Record<string, unknown>)[field];
      packed.push(field === 'hindrances' && value !== undefined ? packHindrances(value as string[]) : value);
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
  const [kindNumber, sector, source, event, record, on, time] = packed;
  const kind = KINDS[kindNumber] as Fact['kind'];
  const fact: Record<string, unknown> = {
    kind,
    sector: SECTORS[sector],
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

const packHindrances = (hindrances: readonly string[]): number[] =>
  hindrances.map((hindrance) => (HINDRANCES as readonly string[]).indexOf(hindrance));
const unpackHindrances = (numbers: readonly number[]): string[] => numbers.map((at) => HINDRANCES[at] as string);
