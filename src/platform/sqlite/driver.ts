import type Sqlite from 'better-sqlite3';

/**
 * Opens a database file. better-sqlite3 13 speaks Node-API 10, which Node has from 22.14 on; 12 is the last that runs on
 * Node 20, and Node 24.19 and later abort when they collect its statements. The two are called alike.
 */
export const SqliteConnection = load();

function load(): typeof Sqlite {
  const hasNodeApi10 = Number(process.versions['napi']) >= 10;
  // Loading the one that does not fit would end the process.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (hasNodeApi10 ? require('better-sqlite3') : require('better-sqlite3-for-node-20')) as typeof Sqlite;
}
