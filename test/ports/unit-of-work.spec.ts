import { openSqlite } from './sqlite-platform';
import { describeUnitOfWork } from './unit-of-work.suite';

describeUnitOfWork('SQLite', async () => openSqlite());
