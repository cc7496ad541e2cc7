import { describeEventLog } from './event-log.suite';
import { openSqlite } from './sqlite-platform';

describeEventLog('SQLite', async () => openSqlite());
