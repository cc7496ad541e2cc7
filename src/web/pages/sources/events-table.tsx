import { dayText } from '../../../kernel/localised';
import { OUTCOME_WORDS } from '../../../kernel/words/codes';
import { CAME_OF_WORDS, SOURCE_PAGE_WORDS as WORDS, STANDING_WORDS } from '../../../kernel/words/sources';
import { Choices } from '../../parts/choices';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { addressOf, addressWith, say, type Visit } from '../../site/visit';
import { isOwn } from './own';
import { inPeoplesWords, kindName } from './words-of';

type Events = Shapes['SourceEvents'];
type Report = Events['items'][number];
type CameOf = keyof typeof CAME_OF_WORDS;

const CAME_OF = Object.keys(CAME_OF_WORDS) as CameOf[];

/** Which of a source's reports its page asks for. */
export function eventsAsked({ asked }: Visit) {
  const cameOf = CAME_OF.find((one) => one === asked['cameOf']);
  const after = asked['after'];
  return { limit: 25, ...(cameOf && { cameOf }), ...(after && { after }) };
}

interface Shown {
  readonly visit: Visit;
  readonly organisation: string;
  readonly events: Events | undefined;
  /** Of indicators by their keys. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What was accepted, with what came of it; one's own can be taken back. */
export function Events(shown: Shown) {
  const { visit, events } = shown;
  const options = [
    { value: '', text: say(visit, WORDS.all) },
    ...CAME_OF.map((value) => ({ value, text: say(visit, CAME_OF_WORDS[value]) })),
  ];
  return (
    <section aria-labelledby="events">
      <h2 id="events">{say(visit, WORDS.events)}</h2>
      <p>{say(visit, WORDS.eventsLead)}</p>
      <Choices
        visit={visit}
        choices={[{ name: 'cameOf', label: say(visit, WORDS.only), value: visit.asked['cameOf'] ?? '', options }]}
        kept={['from', 'to']}
      />
      <Table {...shown} />
      {events?.next === undefined ? undefined : (
        <p>
          <a href={`${addressWith(visit, { after: events.next })}#events`}>{say(visit, WORDS.next)}</a>
        </p>
      )}
    </section>
  );
}

function Table({ visit, organisation, events, titles }: Shown) {
  return (
    <DataTable
      caption={say(visit, WORDS.events)}
      isCaptionHidden
      empty={say(visit, WORDS.nothing)}
      columns={[
        {
          heading: say(visit, WORDS.what),
          cell: ({ kind, record }: Report) => (
            <>
              {kindName(visit, kind)} <small>{record}</small>
            </>
          ),
        },
        { heading: say(visit, WORDS.on), cell: ({ on }) => (on === undefined ? '–' : say(visit, dayText(on))) },
        { heading: say(visit, WORDS.standing), cell: ({ standing }) => say(visit, STANDING_WORDS[standing]) },
        { heading: say(visit, WORDS.told), cell: (report) => <Told visit={visit} report={report} /> },
        {
          heading: say(visit, WORDS.decided),
          cell: (report) => <DecidedBy visit={visit} report={report} titles={titles} />,
        },
        {
          heading: say(visit, WORDS.corrections),
          cell: ({ kind, record, standing }) =>
            standing === 'in-force' && isOwn(visit, organisation) ? (
              <a href={addressOf(`/kilder/${organisation}/tilbage`, { kind, record })}>
                {say(visit, WORDS.retract({ record }))}
              </a>
            ) : (
              '–'
            ),
        },
      ]}
      rows={events?.items ?? []}
    />
  );
}

function Told({ visit, report: { notes, findings } }: { readonly visit: Visit; readonly report: Report }) {
  const { language } = visit;
  const all = [...notes.map(({ message }) => message[language]), ...findings.map(({ text }) => text[language])];
  return <>{all.length === 0 ? '–' : all.map((text) => <p>{inPeoplesWords(visit, text)}</p>)}</>;
}

function DecidedBy({
  visit,
  report: { decided },
  titles,
}: Pick<Shown, 'visit' | 'titles'> & { readonly report: Report }) {
  if (decided.length === 0) return <>–</>;
  return (
    <ul class="reasons">
      {decided.map(({ number, indicator, outcome }) => (
        <li>
          {number} {titles.get(indicator) ?? indicator}: {say(visit, OUTCOME_WORDS[outcome])}
        </li>
      ))}
    </ul>
  );
}
