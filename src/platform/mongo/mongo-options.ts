import { readFileSync } from 'node:fs';
import type { ConnectOptions } from 'mongoose';
import { FileError } from '../file-error';

/** Where MongoDB is and how to be let in. */
export interface MongoSettings {
  /** With the name of the database as its path. */
  readonly url: string;
  /** Instead of the url's. */
  readonly database?: string;
  readonly username?: string;
  readonly password?: string;
  /** Names of PEM files; an empty object is TLS with the authorities Node knows; without `key` it is in `certificate`. */
  readonly tls?: { readonly ca?: string; readonly certificate?: string; readonly key?: string };
}

/** Where the url says another, the url's counts. */
const DEFAULTS: ConnectOptions = {
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  // A server that is gone without a word is not waited for for ever.
  socketTimeoutMS: 120_000,
  maxPoolSize: 16,
};

const FIXED: ConnectOptions = {
  autoIndex: false,
  autoCreate: false,
  // What cannot be asked yet fails, and whoever asked tries again.
  bufferCommands: false,
  promoteBuffers: true,
  // They are counted.
  monitorCommands: true,
  // What is said to be kept survives the loss of the server that kept it.
  writeConcern: { w: 'majority', journal: true },
};

/** The driver's options; throws a `FileError` when a certificate cannot be read. */
export function optionsOf({ url, database, username, password, tls }: MongoSettings): ConnectOptions {
  return {
    ...unsaid(DEFAULTS, url),
    ...FIXED,
    ...(database === undefined ? undefined : { dbName: database }),
    ...(username === undefined ? undefined : { auth: { username, password: password ?? '' } }),
    ...(tls === undefined ? undefined : { tls: true, ...pemFiles(tls) }),
  };
}

/** The options the url does not name. */
function unsaid(options: ConnectOptions, url: string): ConnectOptions {
  const said = new Set([...new URLSearchParams(url.split('?')[1])].map(([name]) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(options).filter(([name]) => !said.has(name.toLowerCase())));
}

function pemFiles({ ca, certificate, key = certificate }: NonNullable<MongoSettings['tls']>): ConnectOptions {
  return {
    ...(ca === undefined ? undefined : { ca: read(ca) }),
    ...(certificate === undefined ? undefined : { cert: read(certificate) }),
    ...(key === undefined ? undefined : { key: read(key) }),
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw FileError.reading(file, error);
  }
}
