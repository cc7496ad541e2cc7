import type { Scheme } from '../../../kernel/organisation';
import { readPlainYaml } from '../../../platform/contracts/read-plain-yaml';
import { hadsScoring } from '../hads-scoring';
import type { Coded, FhirTerms } from '../../domain/fhir/fhir-terms';

export type Table<T extends string = string> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** contracts/formats/fhir/terms.yaml, as it is written. */
interface WrittenTerms {
  readonly identifiers: {
    readonly cpr: string;
    readonly replacements: readonly string[];
    readonly organisations: Readonly<Record<string, Scheme>>;
    readonly municipalityOfAddress: string;
    readonly municipalityCodes: string;
  };
  readonly codeSystems: Readonly<Record<'diagnoses' | 'procedures' | 'laboratory' | 'medicines', readonly string[]>>;
  readonly statuses: Table<'taken' | 'retracted' | 'not-done' | 'passed'>;
  readonly verification: Table<'taken' | 'retracted' | 'passed' | 'refuted'>;
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly questionnaires: Readonly<Record<string, string>>;
  readonly [table: string]: unknown;
}

let loaded: FhirTerms | undefined;

/** What FHIR's codes mean here; read once. */
export function fhirTerms(): FhirTerms {
  return (loaded ??= readTerms());
}

function readTerms(): FhirTerms {
  const written = readYaml<WrittenTerms>('terms.yaml');
  const { identifiers, codeSystems } = written;
  const table = (name: string): Coded => coded(written[name] as Table);
  return {
    ...identifiers,
    replacements: new Set(identifiers.replacements),
    organisations: new Map(Object.entries(identifiers.organisations)),
    diagnoses: new Set(codeSystems.diagnoses),
    procedures: new Set(codeSystems.procedures),
    laboratory: new Set(codeSystems.laboratory),
    medicines: new Set(codeSystems.medicines),
    statuses: coded(written.statuses),
    verification: coded(written.verification),
    ...{ outcomes: table('outcomes'), modes: table('modes'), diagnosisRoles: table('diagnosisRoles') },
    ...{ interventions: table('interventions'), forms: table('forms'), purposes: table('purposes') },
    ...{ phases: table('phases'), smoking: table('smoking'), measurements: table('measurements') },
    parts: table('parts'),
    units: new Map(Object.entries(written.units)),
    questionnaires: new Map(Object.entries(written.questionnaires)),
    hads: hadsScoring(),
  };
}

const readYaml = <T>(file: string): T => readPlainYaml<T>('formats', 'fhir', file);

/** A table for looking up. */
export function coded<T extends string>(table: Table<T>): Coded<T> {
  return new Map(Object.entries(table).map(([system, codes]) => [system, new Map(Object.entries(codes))]));
}
