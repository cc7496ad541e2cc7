// Measures and persons, as exported, made into what fqm-execution and cql-execution run.

/** fqm-execution has no parameters but the measurement period: the as-of day is given as the default of its own. */
export function libraryAsOf(exported, asOf) {
  const [library] = exported.entry
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === 'Library');
  const content = library.content.map((one) => {
    if (one.contentType !== 'application/elm+json') return one;
    const elm = JSON.parse(Buffer.from(one.data, 'base64').toString('utf8'));
    const day = { type: 'Literal', valueType: '{urn:hl7-org:elm-types:r1}String', value: asOf };
    elm.library.parameters.def.find(({ name }) => name === 'As of').default = { type: 'ToDate', operand: day };
    withoutPlaces(elm);
    return { ...one, data: Buffer.from(JSON.stringify(elm)).toString('base64') };
  });
  return { ...library, id: 'library', content };
}

/** Which clause came to what is kept by its place, for every patient: nobody asks for it here. */
function withoutPlaces(node) {
  if (typeof node !== 'object' || node === null) return;
  delete node.localId;
  if (!('identifier' in node && 'statements' in node)) delete node.annotation;
  for (const value of Object.values(node)) withoutPlaces(value);
}

/** It finds a Library by http addresses or by id, so that ours go by id. */
export function measuresIn({ entry }) {
  return entry
    .map(({ resource }) => resource)
    .filter(({ resourceType, library }) => resourceType === 'Measure' && library !== undefined)
    .map((measure) => ({
      ...measure,
      id: measure.identifier[0].value,
      library: ['Library/library'],
      group: measure.group.map((group) => ({ ...group, id: measure.identifier[0].value })),
      supplementalData: measure.supplementalData.map((one) => ({ ...one, id: measure.identifier[0].value })),
    }));
}

export function together(measures) {
  const [first] = measures;
  return {
    ...first,
    id: 'all',
    group: measures.flatMap(({ group }) => group),
    supplementalData: measures.flatMap(({ supplementalData }) => supplementalData),
  };
}

export function patientOf(line) {
  const { key, bundle } = JSON.parse(line);
  const [patient, ...others] = bundle.entry;
  return { ...bundle, entry: [{ ...patient, resource: { ...patient.resource, id: key } }, ...others] };
}
