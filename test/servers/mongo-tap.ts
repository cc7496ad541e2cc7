import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { mongo } from 'mongoose';

const OP_MSG = 2013;
/** What the driver asks of the server itself. */
const OF_THE_SERVER = new Set(['hello', 'ismaster', 'ping', 'endSessions', 'buildInfo']);

/** MongoDB's names of what commands do to a collection, as its rights have them. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  find: ['find'],
  count: ['find'],
  distinct: ['find'],
  aggregate: ['find'],
  getMore: ['find'],
  killCursors: [],
  insert: ['insert'],
  update: ['update'],
  delete: ['remove'],
  create: ['createCollection'],
  createIndexes: ['createIndex'],
  drop: ['dropCollection'],
};

interface Command {
  readonly name: string;
  readonly collection: string;
  readonly upserts: boolean;
}

/** Stands between a client and a server of the MongoDB protocol and notes what is done to which collection. */
export class MongoTap {
  /** `collection action` each. */
  readonly seen = new Set<string>();
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(serverUrl: string): Promise<MongoTap> {
    const { hostname, port, pathname } = new URL(serverUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const own = (server.address() as AddressInfo).port;
    const tap = new MongoTap(server, `mongodb://127.0.0.1:${own}${pathname}?directConnection=true`);
    server.on('connection', (client) => tap.join(client, connect(Number(port), hostname)));
    return tap;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    let unread = Buffer.alloc(0);
    client.on('data', (bytes: Buffer) => {
      unread = Buffer.concat([unread, bytes]);
      for (let size = sizeOf(unread); size <= unread.length; size = sizeOf(unread)) {
        this.note(commandIn(unread.subarray(0, size)));
        unread = unread.subarray(size);
      }
      server.write(bytes);
    });
    server.on('data', (bytes: Buffer) => void client.write(bytes));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined).on('close', () => other.destroy());
    }
  }

  private note(command: Command | undefined): void {
    if (command === undefined || OF_THE_SERVER.has(command.name)) return;
    const actions = ACTIONS[command.name] ?? [command.name];
    for (const action of command.upserts ? [...actions, 'insert'] : actions) {
      this.seen.add(`${command.collection} ${action}`);
    }
  }
}

const sizeOf = (bytes: Buffer): number => (bytes.length < 4 ? Infinity : bytes.readInt32LE(0));

/** The command of a message (OP_MSG: a document, and lists of documents beside it). */
function commandIn(message: Buffer): Command | undefined {
  if (message.readInt32LE(12) !== OP_MSG) return undefined;
  let name = '';
  let collection = '';
  let upserts = false;
  for (let at = 20; at + 5 <= message.length;) {
    const size = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + size);
    if (message[at] === 0) {
      const document = mongo.BSON.deserialize(section);
      [name = ''] = Object.keys(document);
      const named: unknown = name === 'getMore' ? document['collection'] : document[name];
      collection = typeof named === 'string' ? named : '';
      upserts ||= isUpserting(document['updates']);
    } else {
      upserts ||= isUpserting(listIn(section));
    }
    at += 1 + size;
  }
  return { name, collection, upserts };
}

/** The documents of a list: its size, its name ended by a zero, and one document after another. */
function listIn(section: Buffer): object[] {
  const documents: object[] = [];
  for (let at = section.indexOf(0, 4) + 1; at < section.length; at += section.readInt32LE(at)) {
    documents.push(mongo.BSON.deserialize(section.subarray(at, at + section.readInt32LE(at))));
  }
  return documents;
}

const isUpserting = (updates: unknown): boolean =>
  Array.isArray(updates) && updates.some((one: { upsert?: boolean }) => one.upsert === true);
