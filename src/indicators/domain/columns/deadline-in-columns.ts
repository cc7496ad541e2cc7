import { FACT_SIZE, FactPart, PATHWAY_SIZE, PathwayPart, type PersonColumns } from '../../../kernel/person-columns';
import { LAB_DATABASE, PRESCRIPTION_REGISTER, type Organisation } from '../../../kernel/organisation';
import { SECTOR_CODE } from '../../../kernel/fact-codes';
import type { FeedCalendar } from '../feed-calendar';
import type { DefinitionsInColumns } from './compile-in-columns';
import { firstDayIn, NO_DAY, NumberedFeeds } from './numbered-feeds';

/** The day `nextDeadline` gives, of a person's columns; `NO_DAY` when time alone changes nothing any more. */
export function deadlineInColumns(
  { indicators, spanEnds }: DefinitionsInColumns,
  columns: PersonColumns,
  feeds: FeedCalendar,
  asOf: number,
): number {
  const { pathways, facts, civilStates } = columns;
  const numbered = NumberedFeeds.of(feeds);
  let deadline = NO_DAY;
  const consider = (day: number): void => {
    if (day > asOf && day < deadline) deadline = day;
  };
  let fact = 0;
  for (let start = 0; start < pathways.length; start += PATHWAY_SIZE) {
    const indexDay = pathways[start + PathwayPart.IndexDay] as number;
    const end = pathways[start + PathwayPart.End] as number;
    consider(indexDay);
    let lastWindowEnd = indexDay;
    for (const { window, sources } of indicators) {
      const windowEnd = spanEnds.endOf(window, indexDay);
      if (windowEnd > lastWindowEnd) lastWindowEnd = windowEnd;
      if (windowEnd < asOf) continue;
      consider(windowEnd + 1);
      for (const sector of sources) {
        const organisation = organisationIn(columns, start, sector);
        if (organisation === undefined) continue;
        consider(firstDayIn(numbered.stretchesOf(organisation), asOf + 1, windowEnd));
      }
    }
    if (lastWindowEnd > asOf) {
      for (; fact < end; fact += 1) consider(facts[fact * FACT_SIZE + FactPart.On] as number);
      for (let at = 0; at < civilStates.length; at += 2)
        consider(Math.min(civilStates[at] as number, lastWindowEnd + 1));
    }
    fact = end;
  }
  return deadline;
}

/** The organisation of a sector whose silence would matter to the pathway whose numbers begin at `start`. */
function organisationIn({ pathways, words }: PersonColumns, start: number, sector: number): Organisation | undefined {
  switch (sector) {
    case SECTOR_CODE.hospital:
      return words[pathways[start + PathwayPart.Hospital] as number];
    case SECTOR_CODE.municipality: {
      const municipality = pathways[start + PathwayPart.Municipality] as number;
      return municipality < 0 ? undefined : words[municipality];
    }
    case SECTOR_CODE.laboratory:
      return LAB_DATABASE;
    case SECTOR_CODE.pharmacy:
      return PRESCRIPTION_REGISTER;
    default:
      return undefined; // Which practice a patient has is not known.
  }
}
