import { labelMeta, libraryUrl } from '../../../platform/fhir/fhir-terms';
import { WORKING_LABEL, type ReportBasis } from '../../../counting/domain/report-basis';
import { LIBRARY_WORDS } from '../../../kernel/words/cql';
import { limitsOf } from '../../domain/cql/limits';
import type { CqlLibrary } from '../../domain/cql/library';
import { translated } from './translated';

/**
 * The CQL of a definition set as a FHIR R4 Library, in Danish with English translations, with what it cannot say. It has
 * no ELM: a translator makes that (docs/formats/cql.md).
 */
export function libraryFhir({ id, set, policy }: ReportBasis, { name, version, text }: CqlLibrary): object {
  const isWorking = set.provenance === 'working';
  const chosen = Object.entries(policy).map(([one, option]) => `${one}=${option}`);
  const description = LIBRARY_WORDS.description({ id, policy: chosen.join(', ') || '–' });
  const limits = limitsOf(set);
  return {
    resourceType: 'Library',
    ...labelMeta(isWorking ? WORKING_LABEL : undefined),
    language: 'da',
    url: libraryUrl(set, policy),
    version,
    name,
    ...translated('title', {
      da: LIBRARY_WORDS.title({ title: set.title.da }).da,
      en: LIBRARY_WORDS.title({ title: set.title.en }).en,
    }),
    status: isWorking ? 'draft' : 'active',
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }] },
    subjectCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }] },
    ...translated('description', description),
    ...translated('usage', {
      da: limits.map(({ da }) => `- ${da}`).join('\n'),
      en: limits.map(({ en }) => `- ${en}`).join('\n'),
    }),
    effectivePeriod: { start: set.validFrom },
    parameter: [
      { name: 'Measurement Period', use: 'in', min: 1, max: '1', type: 'Period' },
      { name: 'As of', use: 'in', min: 0, max: '1', type: 'date' },
    ],
    content: [{ contentType: 'text/cql', data: Buffer.from(text, 'utf8').toString('base64') }],
  };
}
