/**
 * The parts of FHIR R4 (4.0.1) that the program writes, as JSON Schema 2020-12: elements, cardinalities and required
 * bindings as http://hl7.org/fhir/R4 has them. Nothing else is let through, so that a misspelt element is found.
 */
type Schema = Readonly<Record<string, unknown>>;

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const many = (item: Schema): Schema => ({ type: 'array', minItems: 1, items: item });
const oneOf = (...values: string[]): Schema => ({ enum: values });
const string: Schema = { type: 'string', minLength: 1, pattern: '\\S' };
const code: Schema = { type: 'string', pattern: '^[^\\s]+(\\s[^\\s]+)*$' };
const uri: Schema = { type: 'string', pattern: '^\\S+$' };
const canonical: Schema = { type: 'string', pattern: '^[^\\s|]+(\\|[^\\s|]+)?$' };
const id: Schema = { type: 'string', pattern: '^[A-Za-z0-9\\-.]{1,64}$' };
const dateTime: Schema = {
  type: 'string',
  pattern:
    '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?(Z|[+-]((0\\d|1[0-3]):[0-5]\\d|14:00)))?)?)?$',
};
const integer: Schema = { type: 'integer' };
const decimal: Schema = { type: 'number' };

/** An element: its members, those that must be there, and what R4 lets every element carry. */
function element(members: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  const properties = { id: string, extension: many(ref('Extension')), ...members };
  return { type: 'object', minProperties: 1, properties, required, additionalProperties: false };
}

/** A resource: an element with a type, an id and a profile-independent head. */
function resource(type: string, members: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  const head = { resourceType: { const: type }, id, meta: ref('Meta'), language: code };
  return element({ ...head, ...members }, ['resourceType', ...required]);
}

/** A text and its companion for translations. */
const translatable = (name: string): Readonly<Record<string, Schema>> => ({
  [name]: string,
  [`_${name}`]: element({}, ['extension']),
});

const TYPES: Readonly<Record<string, Schema>> = {
  Extension: {
    ...element(
      {
        url: uri,
        valueCode: code,
        valueString: string,
        valueInteger: integer,
        valueDecimal: decimal,
        valueBoolean: { type: 'boolean' },
        valueCoding: ref('Coding'),
      },
      ['url'],
    ),
    // ext-1: a value or extensions, never both.
    oneOf: [
      { required: ['extension'], maxProperties: 2 },
      ...['valueCode', 'valueString', 'valueInteger', 'valueDecimal', 'valueBoolean', 'valueCoding'].map((value) => ({
        required: [value],
        not: { required: ['extension'] },
      })),
    ],
  },
  Meta: element({ tag: many(ref('Coding')) }),
  Coding: element({ system: uri, version: string, code, display: string }),
  CodeableConcept: element({ coding: many(ref('Coding')), text: string }),
  Identifier: element({ system: uri, value: string }),
  Reference: {
    ...element({ reference: string, type: uri, identifier: ref('Identifier'), display: string }),
    anyOf: [{ required: ['reference'] }, { required: ['identifier'] }, { required: ['display'] }],
  },
  Period: element({ start: dateTime, end: dateTime }),
  Quantity: {
    ...element({ value: decimal, unit: string, system: uri, code }),
    // qty-3: a coded unit needs its system.
    dependentRequired: { code: ['system'] },
  },
  Expression: {
    ...element({ description: string, name: id, language: code, expression: string, reference: uri }, ['language']),
    // exp-1: an expression or a reference to one.
    anyOf: [{ required: ['expression'] }, { required: ['reference'] }],
  },
  RelatedArtifact: element(
    {
      type: oneOf(
        ...['documentation', 'justification', 'citation', 'predecessor', 'successor', 'derived-from', 'depends-on'],
        'composed-of',
      ),
      ...{ label: string, display: string, citation: string, url: uri, resource: canonical },
    },
    ['type'],
  ),
};

const CONTAINED: Readonly<Record<string, Schema>> = {
  Procedure: resource(
    'Procedure',
    {
      identifier: many(ref('Identifier')),
      status: oneOf(
        ...['preparation', 'in-progress', 'not-done', 'on-hold', 'stopped', 'completed', 'entered-in-error', 'unknown'],
      ),
      code: ref('CodeableConcept'),
      subject: ref('Reference'),
      performedDateTime: dateTime,
      performer: many(element({ actor: ref('Reference') }, ['actor'])),
    },
    ['status', 'subject', 'id'],
  ),
  Observation: {
    ...resource(
      'Observation',
      {
        identifier: many(ref('Identifier')),
        status: oneOf(
          ...['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled', 'entered-in-error', 'unknown'],
        ),
        code: ref('CodeableConcept'),
        subject: ref('Reference'),
        effectiveDateTime: dateTime,
        performer: many(ref('Reference')),
        valueQuantity: ref('Quantity'),
        valueString: string,
        component: many(
          element({ code: ref('CodeableConcept'), valueQuantity: ref('Quantity'), valueString: string }, ['code']),
        ),
      },
      ['status', 'code', 'id'],
    ),
    not: { required: ['valueQuantity', 'valueString'] },
  },
  MedicationDispense: resource(
    'MedicationDispense',
    {
      identifier: many(ref('Identifier')),
      status: oneOf(
        ...['preparation', 'in-progress', 'cancelled', 'on-hold', 'completed', 'entered-in-error', 'stopped'],
        ...['declined', 'unknown'],
      ),
      medicationCodeableConcept: ref('CodeableConcept'),
      subject: ref('Reference'),
      performer: many(element({ actor: ref('Reference') }, ['actor'])),
      whenHandedOver: dateTime,
    },
    ['status', 'medicationCodeableConcept', 'id'],
  ),
};

const coded = (system: string, ...codes: string[]): Schema => ({
  type: 'object',
  properties: {
    coding: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: { system: { const: system }, code: oneOf(...codes) },
        required: ['system', 'code'],
        additionalProperties: false,
      },
    },
  },
  required: ['coding'],
  additionalProperties: false,
});

const THO = 'http://terminology.hl7.org/CodeSystem';
const populationCode = coded(
  `${THO}/measure-population`,
  ...['initial-population', 'numerator', 'numerator-exclusion', 'denominator', 'denominator-exclusion'],
  ...['denominator-exception', 'measure-population', 'measure-population-exclusion', 'measure-observation'],
);
const improvementNotation = coded(`${THO}/measure-improvement-notation`, 'increase', 'decrease');
const counted = {
  ...element({ code: populationCode, count: integer, _count: element({}, ['extension']) }),
  not: { required: ['count', '_count'] },
};

const RESOURCES: Readonly<Record<string, Schema>> = {
  MeasureReport: resource(
    'MeasureReport',
    {
      contained: many({ oneOf: Object.keys(CONTAINED).map(ref) }),
      identifier: many(ref('Identifier')),
      status: oneOf('complete', 'pending', 'error'),
      type: oneOf('individual', 'subject-list', 'summary', 'data-collection'),
      measure: canonical,
      subject: ref('Reference'),
      date: dateTime,
      reporter: ref('Reference'),
      period: ref('Period'),
      improvementNotation,
      library: many(canonical),
      supplementalData: many(
        element({ usage: many(ref('CodeableConcept')), description: string, criteria: ref('Expression') }, [
          'criteria',
        ]),
      ),
      group: many(
        element({
          code: ref('CodeableConcept'),
          population: many(counted),
          measureScore: ref('Quantity'),
          stratifier: many(
            element({
              code: many(ref('CodeableConcept')),
              stratum: many(
                element({ value: ref('CodeableConcept'), population: many(counted), measureScore: ref('Quantity') }),
              ),
            }),
          ),
        }),
      ),
      evaluatedResource: many(ref('Reference')),
    },
    ['status', 'type', 'measure', 'period'],
  ),
  Measure: resource(
    'Measure',
    {
      url: uri,
      identifier: many(ref('Identifier')),
      version: string,
      // mea-0: a name that computers can use.
      name: { type: 'string', pattern: '^[A-Z]([A-Za-z0-9_]){0,254}$' },
      ...translatable('title'),
      ...translatable('subtitle'),
      status: oneOf('draft', 'active', 'retired', 'unknown'),
      subjectCodeableConcept: ref('CodeableConcept'),
      ...translatable('description'),
      effectivePeriod: ref('Period'),
      relatedArtifact: many(ref('RelatedArtifact')),
      scoring: coded(`${THO}/measure-scoring`, 'proportion', 'ratio', 'continuous-variable', 'cohort'),
      ...translatable('rationale'),
      improvementNotation,
      library: many(canonical),
      supplementalData: many(
        element({ usage: many(ref('CodeableConcept')), description: string, criteria: ref('Expression') }, [
          'criteria',
        ]),
      ),
      group: many(
        element({
          code: ref('CodeableConcept'),
          population: many(
            element({ code: populationCode, ...translatable('description'), criteria: ref('Expression') }, [
              'criteria',
            ]),
          ),
          stratifier: many(element({ code: ref('CodeableConcept'), criteria: ref('Expression') })),
        }),
      ),
    },
    ['status'],
  ),
  Library: resource(
    'Library',
    {
      url: uri,
      version: string,
      // lib-0: a name that computers can use.
      name: { type: 'string', pattern: '^[A-Z]([A-Za-z0-9_]){0,254}$' },
      ...translatable('title'),
      status: oneOf('draft', 'active', 'retired', 'unknown'),
      type: coded(`${THO}/library-type`, 'logic-library', 'model-definition', 'asset-collection', 'module-definition'),
      subjectCodeableConcept: ref('CodeableConcept'),
      ...translatable('description'),
      ...translatable('usage'),
      effectivePeriod: ref('Period'),
      parameter: many(
        element({ name: code, use: oneOf('in', 'out'), min: integer, max: string, type: code }, ['use', 'type']),
      ),
      content: many(element({ contentType: code, data: { type: 'string', pattern: '^[A-Za-z0-9+/]+=*$' } })),
    },
    ['status', 'type'],
  ),
  Bundle: resource(
    'Bundle',
    {
      identifier: ref('Identifier'),
      type: oneOf(
        ...['document', 'message', 'transaction', 'transaction-response', 'batch', 'batch-response', 'history'],
        ...['searchset', 'collection'],
      ),
      entry: many(
        element({ fullUrl: uri, resource: { oneOf: [ref('MeasureReport'), ref('Measure'), ref('Library')] } }),
      ),
    },
    ['type'],
  ),
};

/** Any resource the program hands out. */
export const R4_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:rehabspor:test:fhir-r4',
  type: 'object',
  properties: { resourceType: { enum: Object.keys(RESOURCES) } },
  required: ['resourceType'],
  allOf: Object.keys(RESOURCES).map((type) => ({
    if: { properties: { resourceType: { const: type } } },
    then: ref(type),
  })),
  $defs: { ...TYPES, ...CONTAINED, ...RESOURCES },
};
