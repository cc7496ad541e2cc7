import type { PopulationDefinition } from '../../../kernel/definition';
import { extensionUrl } from '../../../kernel/fhir-extension';
import { defined, lengthOf, quoted } from './cql-text';
import { codeIn, inForce } from './registrations';

/** The last day of a span from the index day on. */
export const endNamed = (span: string): string => `"Day ${lengthOf(span)} after the index day"`;

/**
 * The pathway in the measurement period: of a person's index days, the first that lies there (interface.md §2). As each
 * opens more than `nextPathwayAfterDays` after the one before, no period that is not longer holds two.
 */
export function pathway(population: PopulationDefinition, spans: readonly string[]): string {
  return [
    defined('As of day', 'Coalesce("As of", Today())'),
    defined(
      'Qualifying days',
      `(flatten {
    ("Diagnoses" D where "Has prefix"(D.sks, "Codes of acute myocardial infarction") return all D.happenedOn),
    ("Hospital procedures" P where "Has prefix"(P.sks, "Codes of PCI and CABG") and P.hindranceByDiagnoses is null return all P.happenedOn)
  }) D
  return distinct D
  sort asc`,
    ),
    defined(
      'Index days',
      `"Qualifying days" D
  aggregate Days starting (List<Date>{}):
    if not exists Days or D > Last(Days) + ${lengthOf(`${population.nextPathwayAfterDays}d`)} then flatten { Days, { D } } else Days`,
    ),
    defined(
      'Index day',
      `First("Index days" D
  where D >= date from start of "Measurement Period" and D <= date from end of "Measurement Period" and D <= "As of day")`,
    ),
    defined(
      'Last day of the pathway',
      'Coalesce(First("Index days" D where D > "Index day") - 1 day, @9999-12-31)',
      'Facts from the next index day on belong to the next pathway.',
    ),
    ...spans.map((span) => `define ${endNamed(span)}:\n  "Index day" + ${lengthOf(span)}`),
    defined(
      'Is under age',
      `Coalesce(Patient.birthDate.value + ${population.adultAge * 12} months > "Index day", false)`,
    ),
    ...departures(),
  ].join('\n\n');
}

/** Whether the person was dead or had emigrated on a day of the window (interface.md §3, outcome 4). */
function departures(): string[] {
  return [
    defined(
      'Civil registrations',
      `${inForce('Basic')} R
  where R.said.kind = 'person.status'
  return all Tuple {
    state: ${codeIn('person-state')},
    happenedOn: ("Extension value"(R.resource.extension, ${quoted(extensionUrl('state-from'))}) as FHIR.date).value,
    recordedAt: R.said.recordedAt,
    eventId: R.said.eventId
  }`,
    ),
    defined(
      'Civil states',
      `"Civil registrations" S
  where not exists ("Civil registrations" O
    where O.happenedOn = S.happenedOn
      and (O.recordedAt > S.recordedAt or (O.recordedAt = S.recordedAt and O.eventId > S.eventId)))
  return all S`,
      'Of several from one day the latest rules.',
    ),
    `define function "Has departed by"(last Date):
  exists ("Civil states" S
    where S.state != 'alive'
      and S.happenedOn <= last
      and not exists ("Civil states" N where N.happenedOn > S.happenedOn and N.happenedOn <= "Index day"))`,
  ];
}
