import type { mongo } from 'mongoose';
import { CommandCounts } from './command-counts';

const started = (commandName: string, command: object) => ({ commandName, command }) as mongo.CommandStartedEvent;
const succeeded = (commandName: string, reply: object) => ({ commandName, reply }) as mongo.CommandSucceededEvent;

test('commands are counted by name, with the documents they write and bring', () => {
  const counts = new CommandCounts();
  counts.started(started('insert', { documents: [{}, {}] }));
  counts.started(started('update', { updates: [{}] }));
  counts.started(started('find', {}));
  counts.succeeded(succeeded('find', { cursor: { firstBatch: [{}, {}, {}] } }));
  counts.started(started('getMore', {}));
  counts.succeeded(succeeded('getMore', { cursor: { nextBatch: [{}] } }));
  counts.started(started('insert', { documents: [{}] }));

  expect(counts.all()).toEqual([
    { command: 'insert', commands: 2, documents: 3 },
    { command: 'update', commands: 1, documents: 1 },
    { command: 'find', commands: 1, documents: 3 },
    { command: 'getMore', commands: 1, documents: 1 },
  ]);
});
