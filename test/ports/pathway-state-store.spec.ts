import { describePathwayStateStore } from './pathway-state-store.suite';
import { openSqlite } from './sqlite-platform';

describePathwayStateStore('SQLite', async () => openSqlite());
