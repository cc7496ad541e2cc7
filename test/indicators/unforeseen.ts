import { faultsOfSet } from '../../src/definitions/domain/unsound-set';
import type { DefinitionSet } from '../../src/kernel/definition';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { YamlDefinitionReader } from '../../src/platform/contracts/yaml-definition-reader';
import { addedSet } from '../definitions/changed-set';

/** Three indicators nobody foresaw, and the one measure they read that the set did not have: YAML alone. */
const MEASURES = `
  hba1c:
    fact: laboratory
    title: { da: HbA1c, en: HbA1c }
    npu: [NPU27300]
    unit: mmol/mol
    ucum: mmol/mol
    loinc: 59261-8
`;
const INDICATORS = `
  - key: hba1c
    number: 13
    title: { da: Langtidsblodsukker i mål, en: Long-term blood glucose at target }
    description: { da: Seneste HbA1c er højst 53 mmol/mol., en: The latest HbA1c is at most 53 mmol/mol. }
    subject: { da: HbA1c, en: HbA1c }
    window: 12m
    denominator: { rule: every-pathway }
    denominatorText: { da: alle forløb, en: every pathway }
    value: { rule: laboratory, of: { measure: hba1c, sector: laboratory }, atMost: 53 }
    sources: [laboratory]
    target: { direction: at-least, percent: 70, levels: { high: 70, moderate: 55 } }
    provenance: working

  - key: hads-below-8
    number: 14
    title: { da: Uden angst og depression ved slut, en: Without anxiety and depression at the end }
    description:
      da: Patienter med mulig angst eller depression ved start har HADS under 8 mindst 60 dage senere.
      en: Patients with possible anxiety or depression at the start have a HADS below 8 at least 60 days later.
    subject: { da: HADS ved slut, en: HADS at the end }
    window: 12m
    denominator:
      rule: fact
      pick: first
      of: { measure: hads }
      within: 90d
      sources: [hospital, municipality]
      anyOf: [{ field: anxiety, atLeast: 8 }, { field: depression, atLeast: 8 }]
    denominatorText:
      da: forløb hvor første HADS inden 90 dage viser angst eller depression på mindst 8
      en: pathways whose first HADS within 90 days shows anxiety or depression of at least 8
    value:
      rule: limits
      of: [{ measure: hads }]
      allOf: [{ field: anxiety, below: 8 }, { field: depression, below: 8 }]
      daysAfterDenominator: 60
    sources: [hospital, municipality]
    target: { direction: at-least, percent: 60, levels: { high: 60, moderate: 45 } }
    provenance: working

  - key: systolic
    number: 15
    title: { da: Systolisk blodtryk i almen praksis, en: Systolic blood pressure in general practice }
    description:
      da: Seneste systoliske blodtryk i almen praksis er under 130 mmHg.
      en: The latest systolic blood pressure in general practice is below 130 mmHg.
    subject: { da: blodtryk (systolisk), en: blood pressure (systolic) }
    window: 12m
    denominator: { rule: every-pathway }
    denominatorText: { da: alle forløb, en: every pathway }
    value:
      rule: limits
      of: [{ measure: blood-pressure, sector: general-practice }]
      allOf: [{ field: systolic, below: 130 }]
    sources: [general-practice]
    target: { direction: at-least, percent: 70, levels: { high: 70, moderate: 55 } }
    provenance: working
`;

/** The set the program comes with and the three, read as a proposal is read. */
export function unforeseenSet(): DefinitionSet {
  const reader = new YamlDefinitionReader(loadSchemas(), faultsOfSet);
  const read = reader.read(addedSet(3, { measures: MEASURES, indicators: INDICATORS }));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.set;
}
