import { mongo, MongooseError } from 'mongoose';

/** Server errors that pass: networks, elections, shutdowns, interruptions, timeouts, a full disk. */
const PASSING = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  43, // CursorNotFound
  50, // MaxTimeMSExpired
  64, // WriteConcernTimeout
  89, // NetworkTimeout
  91, // ShutdownInProgress
  112, // WriteConflict
  134, // ReadConcernMajorityNotAvailableYet
  175, // QueryPlanKilled
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11601, // Interrupted
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
  14031, // OutOfDiskSpace
]);
/** What a server says of a document that is there already. */
export const DUPLICATE_KEY = 11000;

/** What the driver and mongoose call it when no server answers, or none that may be written to. */
const UNREACHABLE = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MongoPoolClosedError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoStalePrimaryError',
]);

/** True when the same work may succeed later without anybody changing it. */
export function isRetriable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (UNREACHABLE.has(error.name) || error instanceof mongo.MongoNetworkError) return true;
  // What mongoose says as long as it never had a connection.
  if (error instanceof MongooseError) return error.message.includes('before initial connection');
  if (!(error instanceof mongo.MongoServerError)) return false;
  // A bulk write that did not reach the server has the driver's error inside.
  if (error.errorResponse instanceof Error) return isRetriable(error.errorResponse);
  if (error.hasErrorLabel('RetryableWriteError') || codesOf(error).some((code) => PASSING.has(code))) return true;
  // So FerretDB says that its SQLite file is busy.
  return error.message.includes('database is locked');
}

/** The positions in a bulk write of what was there already; undefined when anything else was wrong too. */
export function duplicatesIn(error: unknown): readonly number[] | undefined {
  if (!(error instanceof mongo.MongoBulkWriteError)) return undefined;
  if (codesOf(error).some((code) => code !== DUPLICATE_KEY)) return undefined;
  return [error.writeErrors].flat().map(({ index }) => index);
}

function codesOf(error: mongo.MongoServerError): number[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) return [Number(error.code)];
  const writes = [error.writeErrors].flat().map(({ code }) => code);
  const concern = error.result.getWriteConcernError()?.code;
  const codes = concern === undefined ? writes : [...writes, concern];
  return codes.length > 0 ? codes : [Number(error.code)];
}
