import { describeAlarmStore } from './alarm-store.suite';
import { openSqlite } from './sqlite-platform';

describeAlarmStore('SQLite', async () => openSqlite());
