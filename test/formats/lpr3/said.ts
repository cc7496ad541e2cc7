import { readLpr3 } from '../../../src/formats/adapters/lpr3/read-lpr3';
import type { Delivered } from '../../../src/formats/domain/delivered';
import { allOf, statementsIn } from '../lpr-f/delivered';
import * as made from './reports';
import { contact, course, diagnosis, folderWith, HOSPITAL, procedure, report, uuid } from './reports';

const NAMES = ['F1', 'K1', 'K2', 'D1', 'D2', 'P1', 'R1'];
const named = (text: string): string => NAMES.reduce((said, name) => said.replaceAll(uuid(name), name), text);

/** Statements as lines: version, what, which, and what of it. */
export const lines = (all: readonly Delivered[]): string[] =>
  statementsIn(all).map(({ kind, record, status, values, stated, source }) => {
    const said = Object.entries(values).map(([name, value]) => `${name}=${String(value)}`);
    const from = source === HOSPITAL ? [] : [source];
    return named([`v${stated?.version}`, kind.slice('hospital.'.length), record, status, ...said, ...from].join(' '));
  });
export const read = (...reports: readonly string[]): Promise<readonly Delivered[]> =>
  allOf(readLpr3, folderWith(...reports));

export const later = (entries: readonly string[], version = 2): string => report(entries, { version, relates: 'APND' });

export const FIRST = report([
  course('F1'),
  contact('K1', { to: '20230105100000+0100' }),
  diagnosis('D1', 'DI219'),
  procedure('P1', 'BVDY0', { links: made.atContact('K1') + made.ofCourse('F1') }),
]);
export const FIRST_SAYS = [
  'v1 contact K1 active contactId=K1 courseId=F1 mode=physical startedOn=2023-01-03 endedOn=2023-01-05',
  'v1 diagnosis D1 active contactId=K1 code=DI219 role=A diagnosedOn=2023-01-03',
  'v1 procedure P1 active contactId=K1 courseId=F1 code=BVDY0 performedOn=2023-01-10',
];
