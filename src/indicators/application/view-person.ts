import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Decision } from '../../kernel/decision';
import { formatInstant } from '../../kernel/instant';
import type { Organisation } from '../../kernel/organisation';
import { compareRecorded } from '../../kernel/ordering';
import { attemptFor, type PersonSetAside } from '../../kernel/set-aside';
import type { DecisionSource, History, HistoryEntry, KnownPerson } from '../../ports/decision-source';
import type { Viewpoint } from '../../kernel/viewpoint';
import type { PersonEventStore } from '../../ports/person-event-store';
import type { SetAsidePersons } from '../../ports/set-aside-persons';
import type { DecisionWriter } from '../domain/render';
import { shortened } from '../domain/told-change';
import { firstReceipts } from './first-receipts';

/** An accepted event as staff see it: moments as ISO 8601, nothing sealed, and no date of birth beside the person key. */
type ShownEvent = Omit<ClinicalEvent, 'sealed' | 'born' | 'time' | 'receivedAt'> & {
  readonly time: string;
  readonly receivedAt: string;
};

/** Everything that is known of one person from a viewpoint, and how it came to be. */
export interface PersonView {
  readonly person: PersonKey;
  readonly numbers: readonly PersonKey[];
  readonly asOf: Day;
  readonly pathways: readonly {
    readonly number: number;
    readonly indexDay: Day;
    readonly hospital: Organisation;
    readonly municipality?: Organisation;
  }[];
  readonly events: readonly ShownEvent[];
  readonly decisions: readonly Decision[];
  /** Of each decision a bounded number of facts: the lists grow with every event. */
  readonly history: readonly (Omit<HistoryEntry, 'decisions'> & { readonly decisions: readonly Decision[] })[];
  /** How many moments before the first of the history are left out; absent where none is. */
  readonly earlierMoments?: number;
  /** What fails of this person, and why: then nothing is decided, counted or explained. */
  readonly setAside?: Omit<PersonSetAside, 'person'>;
}

type Written = Pick<PersonView, 'decisions' | 'history'>;

const NO_HISTORY: History = { entries: [], earlierMoments: 0 };
const NOTHING_WRITTEN: Written = { decisions: [], history: [] };

/** Shows one person's pathways with the events and decisions behind them. */
export class ViewPerson {
  constructor(
    private readonly source: DecisionSource,
    private readonly events: PersonEventStore,
    private readonly writer: DecisionWriter,
    private readonly setAside: SetAsidePersons,
  ) {}

  /** The person by the key of any of the person's numbers, or undefined when nothing is known of it. */
  async view(key: PersonKey, viewpoint: Viewpoint): Promise<PersonView | undefined> {
    const known = await this.source.person(key, viewpoint);
    if (known === undefined) return undefined;
    const { person, numbers } = known;
    const { entries, earlierMoments } =
      known.setAside === undefined ? await this.source.history(key, viewpoint) : NO_HISTORY;
    const failed: PersonSetAside[] = [];
    const write = (): Written => this.written(known, entries, viewpoint);
    const written = attemptFor(person, 'explaining', write, (one) => failed.push(one));
    if (failed.length > 0) await this.setAside.settle([], failed);
    const [aside = known.setAside] = await this.setAside.find([person, ...numbers]);
    return {
      person,
      numbers,
      asOf: viewpoint.asOf,
      pathways: pathwaysOf(known),
      events: await this.eventsOf(numbers, viewpoint.knownAt),
      ...(written ?? NOTHING_WRITTEN),
      ...(earlierMoments === 0 ? undefined : { earlierMoments }),
      ...(aside === undefined ? undefined : { setAside: { stage: aside.stage, reason: aside.reason } }),
    };
  }

  private written({ person, decisions }: KnownPerson, history: readonly HistoryEntry[], { asOf }: Viewpoint): Written {
    return {
      decisions: decisions.map((decision) => this.writer.write(decision, person, asOf)),
      history: history.map(({ decisions: changed, ...entry }) => ({
        ...entry,
        decisions: changed.map((decision) => shortened(this.writer.write(decision, person, entry.asOf))),
      })),
    };
  }

  private async eventsOf(numbers: readonly PersonKey[], knownAt = Infinity): Promise<PersonView['events']> {
    const eventsOf = await this.events.load(numbers);
    return firstReceipts(numbers.flatMap((number) => eventsOf(number)))
      .filter(({ receivedAt }) => receivedAt <= knownAt)
      .sort((a, b) => a.receivedAt - b.receivedAt || compareRecorded({ ...a, event: a.id }, { ...b, event: b.id }))
      .map(shownEvent);
  }
}

function shownEvent({ sealed: _sealed, born: _born, time, receivedAt, ...event }: ClinicalEvent): ShownEvent {
  return { ...event, time: formatInstant(time), receivedAt: formatInstant(receivedAt) };
}

function pathwaysOf({ decisions, units }: KnownPerson): PersonView['pathways'] {
  const indexDays = new Map(decisions.map(({ pathway, indexDay }) => [pathway, indexDay]));
  return [...indexDays].flatMap(([number, indexDay]) => {
    const unit = units[number - 1];
    if (unit === undefined) return [];
    const { hospital, municipality } = unit;
    return [{ number, indexDay, hospital, ...(municipality === undefined ? undefined : { municipality }) }];
  });
}
