import { addUnder } from '../../../kernel/add-under';
import type { PersonKey } from '../../../kernel/clinical-event';
import { danishDay, danishHour, type Day } from '../../../kernel/day';
import { EVERYONE, type ChainedLook, type Look } from '../../../kernel/look';
import { UNUSUAL_CODES, type UnusualCode } from '../../../kernel/look-alarm';
import type { LookParameters } from '../../../kernel/look-parameters';

/** Looking of one reader on one Danish day that somebody should ask about; usual reasons for it there may be. */
export interface UnusualLooking {
  readonly code: UnusualCode;
  readonly day: Day;
  readonly subject: string;
  readonly name: string;
  readonly organisation?: string;
  /** At how many persons; of those in an hour the most. */
  readonly persons: number;
  /** The numbers of the looks it is about, the first of them. */
  readonly looks: readonly number[];
}

/** Lists of whom one's organisation treats: that they are long is their nature, and they show no one else. */
const LISTS_OF_ONES_OWN: ReadonlySet<string> = new Set(['listWorklist']);

const HOUR_MS = 3_600_000;
const MOST_NUMBERED = 20;

/** What is known of who persons are, from readers who signed in as a person with a key of their own. */
type KnownPeople = ReadonlyMap<PersonKey, { readonly surname: string; readonly worksAt: ReadonlySet<string> }>;

/** Judges the looks of health staff, reader by reader and day by day; by the days, then by reader and code. */
export function unusualLooking(looks: readonly ChainedLook[], parameters: LookParameters): UnusualLooking[] {
  const people = knownPeople(looks, parameters);
  const days = new Map<string, ChainedLook[]>();
  for (const one of looks)
    if (isByStaff(one.look, parameters)) addUnder(days, `${danishDay(one.look.at)}\n${one.look.subject}`, one);
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofDay]) => judgeDay(ofDay, parameters, people));
}

function judgeDay(looks: readonly ChainedLook[], parameters: LookParameters, people: KnownPeople): UnusualLooking[] {
  const inOrder = [...looks].sort((a, b) => a.look.at - b.look.at || a.number - b.number);
  const oneByOne = inOrder.filter(({ look }) => !LISTS_OF_ONES_OWN.has(look.operation));
  const hour = busiestHour(oneByOne);
  const { fromHour, untilHour, personsAnHour, personsADay } = parameters;
  const isOutside = ({ at }: Look): boolean => danishHour(at) < fromHour || danishHour(at) >= untilHour;
  const found: Readonly<Record<UnusualCode, readonly ChainedLook[]>> = {
    MANY_PERSONS_IN_AN_HOUR: personsOf(hour).size > personsAnHour ? hour : [],
    MANY_PERSONS_IN_A_DAY: personsOf(oneByOne).size > personsADay ? oneByOne : [],
    NO_RELATION: inOrder.filter(({ look }) => look.persons.length > 0 && isUnrelated(look)),
    OUTSIDE_HOURS: inOrder.filter(({ look }) => look.persons.length > 0 && isOutside(look)),
    OWN_RECORD: inOrder.filter(({ look }) => look.self !== undefined && look.persons.includes(look.self)),
    COLLEAGUE: inOrder.filter(({ look }) => look.persons.some((person) => isColleague(look, person, people))),
    NAMESAKE: inOrder.filter(({ look }) => look.persons.some((person) => isNamesake(look, person, people))),
  };
  return UNUSUAL_CODES.filter((code) => found[code].length > 0).map((code) => said(code, found[code]));
}

function said(code: UnusualCode, looks: readonly ChainedLook[]): UnusualLooking {
  const { at, subject, name, organisation } = (looks[0] as ChainedLook).look;
  return {
    code,
    day: danishDay(at),
    subject,
    name,
    ...(organisation === undefined ? undefined : { organisation }),
    persons: personsOf(looks).size,
    looks: looks.slice(0, MOST_NUMBERED).map(({ number }) => number),
  };
}

/** The looks within an hour of one another that are at the most persons. */
function busiestHour(inOrder: readonly ChainedLook[]): readonly ChainedLook[] {
  const times = new Map<PersonKey, number>();
  const count = ({ look }: ChainedLook, by: 1 | -1): void => {
    for (const person of look.persons) {
      const left = (times.get(person) ?? 0) + by;
      if (left === 0 || person === EVERYONE) times.delete(person);
      else times.set(person, left);
    }
  };
  let busiest = { from: 0, through: -1, persons: 0 };
  let from = 0;
  for (const [through, one] of inOrder.entries()) {
    count(one, 1);
    for (; (inOrder[from] as ChainedLook).look.at <= one.look.at - HOUR_MS; from += 1)
      count(inOrder[from] as ChainedLook, -1);
    if (times.size > busiest.persons) busiest = { from, through, persons: times.size };
  }
  return inOrder.slice(busiest.from, busiest.through + 1);
}

const personsOf = (looks: readonly ChainedLook[]): ReadonlySet<PersonKey> =>
  new Set(looks.flatMap(({ look }) => look.persons.filter((person) => person !== EVERYONE)));

const isByStaff = ({ roles }: Look, { staff }: LookParameters): boolean => roles.some((role) => staff.includes(role));

/** What staff said themselves, to be controlled later, is no relation yet. */
const isUnrelated = ({ relation }: Look): boolean => relation === undefined || relation === 'asserted';

function isColleague({ self, organisation }: Look, person: PersonKey, people: KnownPeople): boolean {
  return person !== self && organisation !== undefined && people.get(person)?.worksAt.has(organisation) === true;
}

const isNamesake = ({ self, name }: Look, person: PersonKey, people: KnownPeople): boolean =>
  person !== self && people.get(person)?.surname === surnameOf(name);

const surnameOf = (name: string): string => name.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '';

function knownPeople(looks: readonly ChainedLook[], parameters: LookParameters): KnownPeople {
  const known = new Map<PersonKey, { surname: string; worksAt: Set<string> }>();
  for (const { look } of looks) {
    if (look.self === undefined) continue;
    const one = known.get(look.self) ?? { surname: surnameOf(look.name), worksAt: new Set<string>() };
    if (look.organisation !== undefined && isByStaff(look, parameters)) one.worksAt.add(look.organisation);
    known.set(look.self, one);
  }
  return known;
}
