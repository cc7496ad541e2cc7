import type { Bilingual } from '../../../kernel/language';

const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';

/** A text with its English translation beside it, as R4 puts it. */
export function translated(name: string, { da, en }: Bilingual): object {
  const extension = [
    { url: 'lang', valueCode: 'en' },
    { url: 'content', valueString: en },
  ];
  return { [name]: da, [`_${name}`]: { extension: [{ url: TRANSLATION, extension }] } };
}

/** A name for computers: letters, digits and underscores, a capital first (Measure.name, invariant mea-0). */
export function nameOf(set: string, key: string): string {
  return `${set}-${key}`
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('_');
}
