import { loadAccessRules } from '../../src/access/adapters/load-access-table';
import {
  ACCESS_VIEWS,
  compileAccess,
  publishedOnly,
  viewsOf,
  type AccessRow,
} from '../../src/access/domain/access-table';
import { ROLES } from '../../src/access/domain/reader';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';

const schemas = loadSchemas();
const { table } = loadAccessRules(schemas);
const rowOf = (cells: Parameters<typeof compileAccess>[0][string]['cells']): AccessRow =>
  compileAccess({ it: { cells } }).get('it') as AccessRow;

test('a role that is not named sees what everyone sees, and nothing where that is not said', () => {
  expect(viewsOf(rowOf({ everyone: 'published', registry: 'exact' }), ['patient'], true)).toEqual(['published']);
  expect(viewsOf(rowOf({ registry: 'exact' }), ['patient'], true)).toEqual([]);
});

test('of several roles the widest counts', () => {
  expect(viewsOf(rowOf({ everyone: 'published', registry: 'exact' }), ['public', 'registry'], false)[0]).toBe('exact');
});

test('a relation opens what stands under related, and nothing else', () => {
  const row = rowOf({ hospital: { related: 'full' } });

  expect(viewsOf(row, ['hospital'], true)).toEqual(['full']);
  expect(viewsOf(row, ['hospital'], false)).toEqual([]);
});

test('a server in the published view shows nobody more than everyone', () => {
  for (const row of table.values()) {
    const shown = publishedOnly(row);
    for (const role of ROLES) {
      for (const view of viewsOf(shown, [role], true)) expect(['open', 'published', 'own', 'any']).toContain(view);
    }
  }
});

test('auditors see of a person who looked and nothing else, administration nothing, and nobody without a role more than the published view', () => {
  for (const row of table.values()) {
    const isOfLooks = row.operation === 'listLooksAtPerson';
    if (row.person !== undefined) {
      expect(viewsOf(row, ['auditor'], true)).toEqual(isOfLooks ? ['exact'] : []);
      expect(viewsOf(row, ['administration', 'public'], true)).toEqual([]);
    }
    for (const view of viewsOf(row, ['public'], true)) expect(['open', 'published']).toContain(view);
  }
});

test('the schema and the program know the same views and roles', () => {
  const validate = schemas.validator('access');
  const fits = (cells: object): boolean => validate({ operations: { it: { cells } } });

  for (const view of ACCESS_VIEWS) expect(fits({ everyone: view })).toBe(true);
  for (const role of ROLES) expect(fits({ [role]: 'open' })).toBe(true);
  expect(fits({ everyone: 'all' })).toBe(false);
  expect(fits({ doctor: 'full' })).toBe(false);
  expect(fits({})).toBe(false);
});
