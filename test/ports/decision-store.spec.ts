import { describeDecisionStore } from './decision-store.suite';
import { openSqlite } from './sqlite-platform';

describeDecisionStore('SQLite', async () => openSqlite());
