/** The address of an extension of ours; docs/numbers.md and docs/formats/fhir.md say what each holds. */
export const extensionUrl = (name: string): string => `urn:rehabspor:fhir:StructureDefinition/${name}`;
