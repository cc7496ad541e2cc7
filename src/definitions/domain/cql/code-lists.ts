import type { PopulationDefinition } from '../../../kernel/definition';
import type { Coded, FhirTerms } from '../../../formats/domain/fhir/fhir-terms';
import { defined, listOf, named, quoted } from './cql-text';

/** The tables of contracts/formats/fhir/terms.yaml that a library reads by, with what stands before a list's name. */
const TABLES = {
  measurements: 'Measured',
  parts: 'Part',
  smoking: 'Smoking status',
  phases: 'Phase',
  interventions: 'Intervention',
  purposes: 'Purpose',
  diagnosisRoles: 'Diagnosis role',
} as const;

type Table = keyof typeof TABLES;

/** The list that holds every code with a meaning. */
export const listNamed = (table: Table, meaning: string): string => `${TABLES[table]}: ${meaning}`;

/** The meanings of a table, in order. */
export const meaningsOf = (coded: Coded): readonly string[] => [
  ...new Set([...coded.values()].flatMap((codes) => [...codes.values()])),
];

/** Code systems and codes of FHIR's terms, which CQL wants before everything else. */
export function codeDeclarations(terms: FhirTerms): string {
  const systems = new Set<string>();
  const codes = new Set<string>();
  for (const table of Object.keys(TABLES) as Table[]) {
    for (const [system, members] of terms[table]) {
      systems.add(`codesystem ${named(system)}: ${quoted(system)}`);
      for (const code of members.keys())
        codes.add(`code ${codeName(system, code)}: ${quoted(code)} from ${named(system)}`);
    }
  }
  return [[...systems].join('\n'), [...codes].join('\n')].join('\n\n');
}

/** Which codes mean what: those of FHIR's terms one by one, those of the definition set by their prefixes. */
export function codeLists(population: PopulationDefinition, terms: FhirTerms): string {
  const exact = (Object.keys(TABLES) as Table[]).flatMap((table) =>
    meaningsOf(terms[table]).map((meaning) =>
      defined(listNamed(table, meaning), `{ ${codesWith(meaning, terms[table]).join(', ')} }`),
    ),
  );
  return [...exact, ...prefixLists(population)].join('\n\n');
}

const codeName = (system: string, code: string): string => named(`${code} of ${system}`);

const codesWith = (meaning: string, coded: Coded): string[] =>
  [...coded].flatMap(([system, codes]) =>
    [...codes].filter(([, meant]) => meant === meaning).map(([code]) => codeName(system, code)),
  );

function prefixLists({ diagnoses, procedures, services }: PopulationDefinition): string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Codes of ischaemic heart disease', diagnoses.ihd],
    ['Codes of acute myocardial infarction', diagnoses.ami],
    ['Codes of observation', diagnoses.observation],
    ['Codes of PCI and CABG', [...procedures.pci, ...procedures.cabg]],
    ['Codes of participation', services.participation],
    ['Codes of diet', services.diet],
    ['Codes of smoking-cessation', services['smoking-cessation']],
  ];
  return lists.map(([name, prefixes]) => defined(name, listOf(prefixes), 'By prefix: children inherit.'));
}
