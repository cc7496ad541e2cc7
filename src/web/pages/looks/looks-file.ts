import type { Bilingual } from '../../../kernel/language';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { LOOKS_CHOICE_WORDS as CHOICE, LOOKS_PAGE_WORDS as WORDS } from '../../../kernel/words/looks';
import { columnsCsv } from '../../../platform/text/csv';
import type { PageFile } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { purposeWords, relationWords, whatWords, type Look } from './look-table';

/** Looks as a file, a line a look. */
export function looksFile(visit: Visit, names: OrganisationNames, looks: readonly Look[]): PageFile {
  const column = (name: string, heading: Bilingual, cell: (look: Look) => string | number) => ({ name, heading, cell });
  const columns = [
    column('number', WORDS.number, ({ number }) => number),
    column('at', WORDS.when, ({ at }) => at),
    column('name', WORDS.who, ({ name }) => name),
    column('subject', CHOICE.subject, ({ subject }) => subject),
    column('organisation', WORDS.for, ({ organisation }) =>
      organisation === undefined ? '' : say(visit, names.withCode(organisation)),
    ),
    column('purpose', WORDS.purpose, (look) => purposeWords(visit, look)),
    column('relation', WORDS.relation, (look) => relationWords(visit, look)),
    column('reason', WORDS.reason, ({ reason }) => reason ?? ''),
    column('what', WORDS.what, (look) => whatWords(visit, look)),
    column('persons', WORDS.person, ({ persons, everyone }) =>
      everyone === true ? say(visit, WORDS.everyone) : persons.join(' '),
    ),
  ];
  const content = columnsCsv(columns, looks, visit.language);
  return { name: `opslag-${visit.today}.csv`, type: 'text/csv; charset=utf-8', content };
}
