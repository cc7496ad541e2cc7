import { SqliteReportBook } from '../../src/platform/sqlite/sqlite-report-book';
import { describeReportBook } from './report-book.suite';
import { openSqlite } from './sqlite-platform';

const open = (folder?: string) => {
  const opened = openSqlite(folder);
  return { ...opened, reportBook: new SqliteReportBook(opened.database) };
};

describeReportBook('SQLite', async () => open());

test('a report is there after the store was closed and opened again', async () => {
  const first = open();
  const report = { id: 'r1', question: '{}', basis: '{}', content: '{"n":1}', digest: 'sha256:1' };
  const step = { step: 'frozen', by: 'Anna', at: '2024-06-30T12:00:00.000Z' } as const;
  await first.reportBook.freeze(report, step);
  const again = await first.reopen();

  expect(await new SqliteReportBook(again.database).find('r1')).toEqual({ ...report, steps: [step] });
});
