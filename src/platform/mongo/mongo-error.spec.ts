import { mongo, MongooseError } from 'mongoose';
import { duplicatesIn, isRetriable } from './mongo-error';

/** The result of a bulk write that did not reach the server. */
const NOTHING = { getWriteConcernError: () => undefined } as never;

const serverError = (code: number, message = 'no'): mongo.MongoServerError =>
  new mongo.MongoServerError({ code, message });

function bulkError(
  writeErrors: readonly { readonly code: number; readonly index: number }[],
  concern?: number,
): mongo.MongoBulkWriteError {
  const result = { getWriteConcernError: () => (concern === undefined ? undefined : { code: concern }) };
  const message = { message: 'no', code: writeErrors[0]?.code ?? concern, writeErrors };
  return new mongo.MongoBulkWriteError(message as never, result as never);
}

test.each([
  ['a lost connection', new mongo.MongoNetworkError('connection closed')],
  ['a timeout on the way', new mongo.MongoNetworkTimeoutError('timed out')],
  ['no server in sight', new mongo.MongoServerSelectionError('none', {} as never)],
  ['an operation out of time', new mongo.MongoOperationTimeoutError('timed out')],
  ['another primary', serverError(10107)],
  ['a shutdown', serverError(11600)],
  ['a full disk', serverError(14031)],
  ['a busy SQLite file behind FerretDB', serverError(1, '[x] database is locked (5) (SQLITE_BUSY)')],
  ['a bulk write on a lost connection', new mongo.MongoBulkWriteError(new mongo.MongoNetworkError('closed'), NOTHING)],
  ['a bulk write without a majority', bulkError([], 64)],
  ['no connection yet', new MongooseError('Cannot call `x.find()` before initial connection is complete')],
])('%s may pass', (_, error) => {
  expect(isRetriable(error)).toBe(true);
});

test.each([
  ['a wrong password', serverError(18)],
  ['a command that is refused', serverError(13)],
  ['a key that is there', bulkError([{ code: 11000, index: 0 }])],
  ['a bulk write of something unfit', new mongo.MongoBulkWriteError(new mongo.MongoInvalidArgumentError('x'), NOTHING)],
  ['anything else', new TypeError('no')],
  ['no error at all', 'no'],
])('%s does not pass by itself', (_, error) => {
  expect(isRetriable(error)).toBe(false);
});

test('what was there already is told from everything else that may be wrong with a bulk write', () => {
  const twice = [
    { code: 11000, index: 1 },
    { code: 11000, index: 4 },
  ];

  expect(duplicatesIn(bulkError(twice))).toEqual([1, 4]);
  expect(duplicatesIn(bulkError([...twice, { code: 121, index: 5 }]))).toBeUndefined();
  expect(duplicatesIn(bulkError(twice, 64))).toBeUndefined();
  expect(duplicatesIn(new mongo.MongoBulkWriteError(new mongo.MongoNetworkError('x'), NOTHING))).toBeUndefined();
  expect(duplicatesIn(serverError(11000))).toBeUndefined();
});
