import { describeFeedEventStore } from './feed-event-store.suite';
import { openSqlite } from './sqlite-platform';

describeFeedEventStore('SQLite', async () => openSqlite());
