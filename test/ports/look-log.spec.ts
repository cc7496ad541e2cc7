import { MemoryLookLog } from '../../src/platform/memory/memory-look-log';
import { describeLookLog } from './look-log.suite';
import { openSqlite } from './sqlite-platform';

describeLookLog('SQLite', async () => openSqlite());
describeLookLog('memory', async () => ({ looks: new MemoryLookLog() }));
