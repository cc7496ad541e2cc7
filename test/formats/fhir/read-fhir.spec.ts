import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeliveryFault } from '../../../src/formats/domain/delivery-fault';
import type { Statement } from '../../../src/formats/domain/delivered';
import { readFhir } from '../../../src/formats/adapters/fhir/read-fhir';
import { all, inFolder, refused, statements, unmapped } from './as-events';

const EXAMPLES = join(__dirname, '..', 'examples', 'fhir');
const example = (name: string): string => join(EXAMPLES, name);
const HOSPITAL = 'hospital:330901000016003';
const MUNICIPALITY = 'municipality:0461';

/** The statements of a kind, without their places. */
const of = (given: readonly Statement[], kind: string): object[] =>
  given
    .filter((one) => one.kind === kind)
    .map(({ source, record, status, cpr, values, stated }) => ({
      ...{ source, record, status, cpr, values },
      ...(stated && { stated }),
    }));

const kept = (values: object, source = HOSPITAL, record?: string): object =>
  expect.objectContaining({ source, values, ...(record !== undefined && { record }) });

describe('a person’s pathway in a Bundle', () => {
  let given: Statement[];
  beforeAll(async () => {
    const delivered = await all(readFhir, example('pathway.json'));
    expect(refused(delivered)).toEqual([]);
    expect(unmapped(delivered).map(({ what }) => what)).toEqual(['EpisodeOfCare of hospital']);
    given = statements(delivered);
  });

  test('an encounter is a contact, with Danish days, the version and the time of its registration', () => {
    expect(of(given, 'hospital.contact')).toEqual([
      {
        ...{ source: HOSPITAL, record: 'K-4411', status: 'active', cpr: '1502779995' },
        values: {
          contactId: 'K-4411',
          courseId: 'F-1',
          mode: 'physical',
          startedOn: '2024-02-10',
          endedOn: '2024-02-12',
        },
        stated: { time: '2024-02-12T08:00:00+01:00', version: 3 },
      },
    ]);
  });

  test('diagnoses have the role the encounter gives them, and a refuted one is marked', () => {
    expect(of(given, 'hospital.diagnosis')).toEqual([
      kept({ contactId: 'K-4411', code: 'DI211', role: 'A', diagnosedOn: '2024-02-10' }, HOSPITAL, 'Condition/c1'),
      kept({ contactId: 'K-4411', code: 'DZ034', role: 'B', diagnosedOn: '2024-02-10', refuted: true }),
    ]);
  });

  test('a procedure says who performed it where that is not who reports', () => {
    expect(of(given, 'hospital.procedure')).toEqual([
      kept({ contactId: 'K-4411', code: 'KFNG02A', performedOn: '2024-02-10' }),
      kept({ contactId: 'K-4411', code: 'BUG1', performedOn: '2024-02-11', performedBy: MUNICIPALITY }),
    ]);
  });

  test('a referral names what is referred to and to whom', () => {
    const interventions = ['training', 'diet'];
    expect(of(given, 'hospital.referral')).toEqual([
      kept({ contactId: 'K-4411', to: MUNICIPALITY, interventions, referredOn: '2024-02-12' }),
    ]);
  });

  test('measurements belong to the sector of who performed them', () => {
    expect(of(given, 'hospital.measurement')).toEqual([
      kept({ measuredOn: '2024-03-20', kind: 'blood-pressure', systolic: 128, diastolic: 78 }),
      kept({ measuredOn: '2024-03-20', kind: 'smoking-status', value: 'smoker' }),
    ]);
    expect(of(given, 'general-practice.measurement')).toEqual([
      kept(
        { measuredOn: '2024-05-01', kind: 'blood-pressure', systolic: 131, diastolic: 81 },
        'general-practice:012345',
      ),
    ]);
    const walked = { kind: 'exercise-capacity', method: '6mwt', phase: 'start', value: 410 };
    expect(of(given, 'municipality.measurement')).toEqual([
      kept({ measuredOn: '2024-03-25', ...walked }, MUNICIPALITY),
      kept({ measuredOn: '2024-06-21', kind: 'hads', anxiety: 15, depression: 9 }, MUNICIPALITY),
    ]);
  });

  test('a result with an NPU code is the laboratory database’s, a bound as text', () => {
    const values = { npu: 'NPU01568', value: '<1.4', unit: 'mmol/L', sampledOn: '2024-04-01' };
    expect(of(given, 'laboratory.result')).toEqual([kept(values, 'laboratory:lab-database')]);
  });

  test('HADS is scored from its items', () => {
    expect(of(given, 'patient.questionnaire')).toEqual([
      kept({ instrument: 'hads', answeredOn: '2024-03-21', anxiety: 10, depression: 7 }, 'patient:pro'),
    ]);
  });

  test('a municipal course starts, and ends when it is closed', () => {
    expect(of(given, 'municipality.start')).toEqual([
      kept(
        { courseId: 'EpisodeOfCare/m1', startedOn: '2024-03-25', referredOn: '2024-02-12', plannedSessions: 16 },
        MUNICIPALITY,
      ),
      kept({ courseId: 'CarePlan/m2', startedOn: '2024-07-01', plannedSessions: 8 }, MUNICIPALITY),
    ]);
    const [sessions, end] = [{ attendedSessions: 14, plannedSessions: 16 }, { endedOn: '2024-06-20' }];
    expect(of(given, 'municipality.end')).toEqual([
      kept({ courseId: 'EpisodeOfCare/m1', ...end, outcome: 'completed', ...sessions }, MUNICIPALITY),
      kept({ courseId: 'CarePlan/m2', endedOn: '2024-07-20', outcome: 'stopped', plannedSessions: 8 }, MUNICIPALITY),
    ]);
  });

  test('a municipality’s interventions keep their form, and an SKS code stays one for the intake to refuse (R04)', () => {
    expect(of(given, 'municipality.intervention')).toEqual([
      kept({ kind: 'training', form: 'group', deliveredOn: '2024-04-02', profession: 'fysioterapeut' }, MUNICIPALITY),
      kept({ kind: 'training', deliveredOn: '2024-04-09', attended: false }, MUNICIPALITY),
      kept({ code: 'BUG1', deliveredOn: '2024-04-10' }, MUNICIPALITY),
    ]);
  });

  test('what was handed out is the prescription register’s', () => {
    expect(of(given, 'pharmacy.dispensing')).toEqual([
      kept({ atc: 'C10AA05', dispensedOn: '2024-02-20' }, 'pharmacy:prescription-register'),
    ]);
  });
});

describe('faults', () => {
  test('each is refused at its entry and path, and stops no other', async () => {
    const delivered = await all(readFhir, example('faults.json'));
    expect(refused(delivered).map(({ place }) => `${place.row} ${place.column ?? ''}`)).toEqual([
      '5 subject',
      '6 subject',
      '7 subject',
      '8 subject',
      '9 subject',
      '12 performedDateTime',
      '13 performedDateTime',
      '14 performedDateTime',
      '17 status',
      '18 performer',
      '19 category',
      '21 component',
      '22 component[0].valueQuantity.unit',
      '24 category',
      '26 item',
      '28 period.end',
      '34 resource',
    ]);
    expect(statements(delivered).map(({ record, status }) => `${record} ${status}`)).toEqual([
      'Procedure/sound active',
      'Procedure/mistake retracted',
      'EpisodeOfCare/endless active',
      'QuestionnaireResponse/ordinal active',
    ]);
    expect(statements(delivered).at(-1)?.values).toMatchObject({ anxiety: 0, depression: 7 });
    expect(unmapped(delivered).map(({ what }) => what)).toEqual([
      'Procedure 80146002 (http://snomed.info/sct)',
      'Procedure BVDY0 (1.2.208.176.2.4)',
      'Procedure preparation',
      'Condition provisional (http://terminology.hl7.org/CodeSystem/condition-ver-status)',
      'Observation 8302-2 (http://loinc.org)',
      'Observation without a value (dataAbsentReason)',
      'QuestionnaireResponse https://example.org/Questionnaire/sf12',
      'MedicationDispense of hospital',
      'Observation DNK05472 (urn:oid:1.2.208.176.2.1)',
      'Immunization',
      'OperationOutcome',
    ]);
  });

  test('no reason repeats a CPR number, and a CPR number with a hyphen is passed on as it is', async () => {
    const delivered = await all(readFhir, example('faults.json'));
    expect(JSON.stringify([...refused(delivered), ...unmapped(delivered)])).not.toMatch(/\d{6}-?\d{4}(?!\d)/);
    expect(statements(delivered)[0]?.cpr).toBe('150277-9995');
  });

  test('who reports is taken from the import where the resource does not say', async () => {
    const delivered = await all(readFhir, example('faults.json'), { source: HOSPITAL });
    expect(refused(delivered).map(({ place }) => place.row)).not.toContain(18);
    expect(statements(delivered).map(({ record }) => record)).toContain('Procedure/nobody-reports');
  });
});

describe('whom a resource is about', () => {
  const persons = async (name: string): Promise<(string | undefined)[]> =>
    statements(await all(readFhir, example(name))).map(({ cpr, record }) => `${cpr} ${record}`);

  test('two patients of a transaction are kept apart, and one named by its number is found', async () => {
    expect(await persons('two-patients-transaction.json')).toEqual([
      '1502779995 P-1',
      '0201609995 P-2',
      '0504909995 Procedure/c',
    ]);
    const [deletion] = refused(await all(readFhir, example('two-patients-transaction.json')));
    expect(deletion?.place).toEqual({ file: 'two-patients-transaction.json', row: 6, column: 'resource' });
  });

  test('a contained patient and organisation are found', async () => {
    expect(await persons('contained.json')).toEqual(['0504909995 Procedure/lonely']);
  });

  test('a patient referred to by number alone is that person', async () => {
    expect(await persons('logical-reference.json')).toEqual(['1502779995 Procedure/logical']);
  });

  test('where two servers’ patients have the same id, only the whole address leads to one of them', async () => {
    expect(await persons('two-servers.json')).toEqual(['0201609995 Procedure/absolute']);
  });

  test('a patient of another Bundle is never taken for one with the same id', async () => {
    await inFolder(async (folder) => {
      const subject = { reference: 'Patient/p1' };
      const performer = [{ actor: { identifier: { system: 'urn:oid:1.2.208.176.1.1', value: '330901000016003' } } }];
      const resource = { resourceType: 'Procedure', id: 'x', status: 'entered-in-error', subject, performer };
      cpSync(example('pathway.json'), join(folder, 'a.json'));
      writeFileSync(join(folder, 'b.json'), JSON.stringify({ resourceType: 'Bundle', entry: [{ resource }] }));
      expect(refused(await all(readFhir, folder)).map(({ place }) => place.file)).toEqual(['b.json']);
    });
  });
});

test('resources one a line, by type, are read together', async () => {
  const delivered = await all(readFhir, example('bulk'));
  expect(statements(delivered).map(({ kind, cpr, values }) => ({ kind, cpr, role: values['role'] }))).toEqual([
    { kind: 'hospital.diagnosis', cpr: '1502779995', role: 'A' },
    { kind: 'hospital.contact', cpr: '1502779995', role: undefined },
    { kind: 'hospital.measurement', cpr: '1502779995', role: undefined },
  ]);
  expect(refused(delivered).map(({ place }) => place)).toEqual([
    { file: 'Observation.ndjson', row: 2, column: 'subject' },
  ]);
});

test('what the civil registration says of a person is dated, and a hospital’s word for a death is told as not taken', async () => {
  const own = await all(readFhir, example('civil-registration.json'), { source: 'person:civil-registration' });
  expect(statements(own).map(({ cpr, values }) => ({ cpr, ...values }))).toEqual([
    { cpr: '1502779995', state: 'dead', from: '2024-05-01' },
    { cpr: '0201609995', state: 'alive', from: '2020-01-01', municipality: '0461', replaces: '0504909995' },
  ]);
  expect(unmapped(own).map(({ what }) => what)).toEqual(['Patient without a dated status']);
  const others = await all(readFhir, example('civil-registration.json'), { source: HOSPITAL });
  expect(statements(others)).toEqual([]);
  expect(unmapped(others).map(({ what }) => what)).toEqual(['Patient.deceased of others than the civil registration']);
});

describe('a delivery that is not whole', () => {
  const faultOf = async (name: string, content: string): Promise<string> =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, name), content);
      const fault = await all(readFhir, join(folder, name)).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(DeliveryFault);
      return (fault as DeliveryFault).faults.map(({ en }) => en).join(' ');
    });
  const text = readFileSync(example('pathway.json'), 'utf8');

  test('a Bundle that is cut off is told with the line, and none of its content', async () => {
    const lines = text.slice(0, 1_000).split('\n').length;
    expect(await faultOf('a.json', text.slice(0, 1_000))).toContain(`a.json is cut off at line ${lines}.`);
  });

  test('the last line that is cut off takes nothing of the delivery', async () => {
    const line = JSON.stringify(JSON.parse(text));
    expect(await faultOf('a.ndjson', `${line}\n${line.slice(0, 500)}`)).toContain('a.ndjson is cut off at line 2.');
  });

  test('a broken line between others is refused alone', async () => {
    await inFolder(async (folder) => {
      const line = JSON.stringify(JSON.parse(text));
      writeFileSync(join(folder, 'a.ndjson'), `${line}\n{"broken"\n\n${line}\n`);
      const delivered = await all(readFhir, folder);
      expect(refused(delivered).map(({ place }) => place)).toEqual([{ file: 'a.ndjson', row: 2 }]);
      expect(statements(delivered).at(-1)?.place).toMatchObject({ file: 'a.ndjson', row: 4, column: 'entry[22]' });
    });
  });

  test('JSON that is no FHIR, text that is no JSON and a folder without FHIR are told apart', async () => {
    expect(await faultOf('a.json', '{"specversion":"1.0"}')).toContain('is not FHIR R4');
    expect(await faultOf('a.json', '[1,\n2;3]')).toContain('is not JSON; reading stops at line 2');
    expect(await faultOf('a.json', '')).toContain('cut off');
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'empty'));
      await expect(all(readFhir, folder)).rejects.toBeInstanceOf(DeliveryFault);
    });
  });

  test('a file of another kind in the folder is told', async () => {
    await inFolder(async (folder) => {
      cpSync(example('contained.json'), join(folder, 'a.json'));
      writeFileSync(join(folder, 'b.xml'), '<Bundle/>');
      expect(unmapped(await all(readFhir, folder)).map(({ what }) => what)).toEqual(['file .xml']);
    });
  });
});
