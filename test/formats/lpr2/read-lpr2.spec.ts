import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadLpr2, readLpr2 } from '../../../src/formats/adapters/lpr2/read-lpr2';
import type { Delivered } from '../../../src/formats/domain/delivered';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { temporaryFolder } from '../../support/temporary-folder';
import { allOf, exampleFolder, faultsOf, refusedIn, statementsIn, unmappedIn } from '../lpr-f/delivered';

let all: readonly Delivered[];
beforeAll(async () => {
  all = await allOf(readLpr2, exampleFolder('lpr2', 'plain'));
});

test('the old tables become contacts, diagnoses and procedures of the hospital that the sygehusnummer names', () => {
  const said = statementsIn(all).map(({ kind, source, record, cpr, values }) => [kind, source, record, cpr, values]);
  const [aalborg, aarhus] = ['hospital:330011000016003', 'hospital:330061000016003'];
  const [a, b] = [{ contactId: 'lpr2-1101' }, { contactId: 'lpr2-1102' }];
  const [inJanuary, inJune] = [{ diagnosedOn: '2018-01-03' }, { diagnosedOn: '2022-06-01' }];
  const one = '1502779995';
  const other = '0201609995';
  expect(said).toEqual([
    ['hospital.contact', aalborg, 'lpr2-1101', one, { ...a, startedOn: '2018-01-03', endedOn: '2018-01-08' }],
    ['hospital.contact', aarhus, 'lpr2-1102', other, { ...b, startedOn: '2022-06-01' }],
    ['hospital.diagnosis', aalborg, 'lpr2-1101:DI214:A', one, { ...a, code: 'DI214', role: 'A', ...inJanuary }],
    ['hospital.diagnosis', aalborg, 'lpr2-1101:DE785:B', one, { ...a, code: 'DE785', role: 'B', ...inJanuary }],
    ['hospital.diagnosis', aalborg, 'lpr2-1101:DI251:G', one, { ...a, code: 'DI251', role: 'G', ...inJanuary }],
    ['hospital.diagnosis', aarhus, 'lpr2-1102:DI251:A', other, { ...b, code: 'DI251', role: 'A', ...inJune }],
    ['hospital.diagnosis', aarhus, 'lpr2-1102:DZ034:H', other, { ...b, code: 'DZ034', role: 'H', ...inJune }],
    [
      ...['hospital.procedure', aalborg, 'lpr2-1101:KFNG05:2018-01-04', one],
      { ...a, code: 'KFNG05', performedOn: '2018-01-04', performedBy: aarhus },
    ],
    [
      ...['hospital.procedure', aarhus, 'lpr2-1102:ZZ5050:2022-06-01', other],
      { ...b, code: 'ZZ5050', performedOn: '2022-06-01' },
    ],
  ]);
});

test('R16: what is dated after 2022 is refused, and so is what an unknown hospital or no contact stands behind', () => {
  expect(refusedIn(all).map((text) => text.replace(/\. .*$/, ''))).toEqual([
    'T_ADM.csv:4 C_SGH The hospital number is not known',
    'T_ADM.csv:5 D_INDDTO The row is dated after 2022',
    't_diag.csv:8 RECNUM The contact is in the extract, but could not be read',
    't_diag.csv:9 RECNUM The contact is in the extract, but could not be read',
    't_diag.csv:10 RECNUM The contact is not in the extract, so that nobody knows whom the row is about',
    't_diag.csv:11 C_DIAG The field is no SKS diagnosis code such as DI219.',
    't_sksopr.csv:3 D_ODTO The row is dated after 2022',
  ]);
});

test('codes that add to others are told and not read', () => {
  expect(unmappedIn(all)).toEqual(['c_diagtype +', 'c_oprart +']);
});

test('a delivery without diagnoses is none', async () => {
  const folder = temporaryFolder();
  cpSync(exampleFolder('lpr2', 'plain'), folder, { recursive: true });
  rmSync(join(folder, 't_diag.csv'));
  expect(await faultsOf(readLpr2, folder)).toEqual([expect.stringContaining('The table "t_diag" is missing.')]);
});

test('every hospital of the organisation list has a sygehusnummer of four digits, and every number is of one', () => {
  const { hospitals } = loadLpr2();
  const known = loadOrganisationList(loadSchemas()).hospitals;
  expect([...hospitals.keys()].filter((number) => !/^\d{4}$/.test(number))).toEqual([]);
  expect(new Set(hospitals.values())).toEqual(new Set(known.keys()));
});
