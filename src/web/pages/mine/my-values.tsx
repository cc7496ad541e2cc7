import { dayText } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { MINE_PAGE_WORDS as WORDS } from '../../../kernel/words/mine';
import { DataTable } from '../../parts/data-table';
import { say, type Visit } from '../../site/visit';
import { eventWords } from '../persons/event-words';
import { placedEvents } from '../persons/shown-events';
import type { ShownPerson } from '../persons/shown-person';

/** A patient's own measurements and questionnaires that are in force. */
export function MyValues({
  visit,
  names,
  person,
}: {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly person: ShownPerson;
}) {
  const own = placedEvents(person.events).filter(
    ({ event, standing }) => standing === 'inForce' && /measurement$|questionnaire$/.test(event.kind),
  );
  return (
    <>
      <h2>{say(visit, WORDS.values)}</h2>
      <DataTable
        caption={say(visit, WORDS.valuesCaption)}
        isCaptionHidden
        empty={say(visit, WORDS.noValues)}
        columns={[
          { heading: say(visit, WORDS.day), cell: ({ on }) => say(visit, dayText(on)) },
          { heading: say(visit, WORDS.what), cell: ({ event }) => say(visit, eventWords(event, names)) },
          { heading: say(visit, WORDS.where), cell: ({ event }) => event.sourceName },
        ]}
        rows={own}
      />
    </>
  );
}
