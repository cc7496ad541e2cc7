import { request, type ClientRequest } from 'node:http';
import type { Figure } from './figure';
import { Server } from './server-process';
import { inWorkFolder, rounded } from './workbench';

const ROUNDS = 5;
const LISTENERS = 200;
const LISTEN_SECONDS = 10;
const BODIES = 40;
const BODY_BYTES = 15 << 20;
/** Until a body that stalls has come as far as it comes. */
const STALL_MS = 3_000;
const MOST_MS = 250;

/**
 * What one sender can do to everybody else's answers: the longest that a small question waits while a body of zeros or a
 * definition set of very many keys is taken; what listeners cost to whom nothing is told; what bodies hold that do not end.
 */
export function holdUpBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const server = await Server.start({ REHABSPOR_DATA: folder });
    try {
      await server.untilIdle();
      const waits: Figure[] = [];
      for (const { what, path, body } of [
        { what: 'a body of 160 KB of zeros', path: '/api/v1/events', body: zeros(160) },
        { what: 'a body of 640 KB of zeros', path: '/api/v1/events', body: zeros(640) },
        { what: 'a definition set of 8,000 keys', path: '/api/v1/definitions', body: setOf(8_000) },
        { what: 'a definition set of 60,000 keys', path: '/api/v1/definitions', body: setOf(60_000) },
      ]) {
        const runs: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) runs.push(await longestWait(server, path, body));
        waits.push({ what: `longest wait of others beside ${what}`, runs, unit: 'ms', reach: { atMost: MOST_MS } });
      }
      const shares: number[] = [];
      const held: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        shares.push(await shareOfListeners(server));
        held.push(await heldByStalledBodies(server));
      }
      return {
        figures: [
          ...waits,
          { what: `share of a core for ${LISTENERS} idle listeners`, runs: shares, unit: '', reach: { atMost: 0.1 } },
          { what: `held by ${BODIES} bodies of 15 MiB that stall`, runs: held, unit: 'MB', reach: { atMost: 100 } },
        ] satisfies Figure[],
      };
    } finally {
      await server.stop();
    }
  });
}

const zeros = (kilobytes: number): string => `[${Array.from({ length: kilobytes * 512 }, () => '0').join(',')}]`;

const setOf = (keys: number): string =>
  JSON.stringify({
    definitions: Array.from({ length: keys }, (_, key) => `key${key}: 1`).join('\n'),
    by: 'Cille Dam',
  });

/** The longest that a small question waits while a body is answered, in milliseconds. */
async function longestWait(server: Server, path: string, body: string): Promise<number> {
  let isOver = false;
  const answered = fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...server.headers },
    body,
  })
    .then((response) => response.arrayBuffer())
    .finally(() => (isOver = true));
  let longest = 0;
  do longest = Math.max(longest, await server.time('/health/live'));
  while (!isOver);
  await answered;
  return rounded(longest, 1);
}

/** What of a core the server computes while many listen to whom nothing is told. */
async function shareOfListeners(server: Server): Promise<number> {
  const leave = new AbortController();
  const options = { headers: server.headers, signal: leave.signal };
  const listening = await Promise.all(
    Array.from({ length: LISTENERS }, () => fetch(`${server.url}/api/v1/changes`, options)),
  );
  if (listening.some(({ ok }) => !ok)) throw new Error('Not everyone may listen.');
  const before = await figure(server, 'process_cpu_seconds_total');
  await passed(LISTEN_SECONDS * 1_000);
  const share = ((await figure(server, 'process_cpu_seconds_total')) - before) / LISTEN_SECONDS;
  leave.abort();
  await passed(STALL_MS);
  return rounded(share);
}

/** How much more memory the server holds while bodies have come almost whole and do not end, in megabytes. */
async function heldByStalledBodies(server: Server): Promise<number> {
  const before = await figure(server, 'process_resident_memory_bytes');
  const sendings = Array.from({ length: BODIES }, () => stalled(server));
  await passed(STALL_MS);
  const held = (await figure(server, 'process_resident_memory_bytes')) - before;
  for (const sending of sendings) sending.destroy();
  await passed(STALL_MS);
  return Math.max(0, Math.round(held / 2 ** 20));
}

function stalled(server: Server): ClientRequest {
  const headers = { 'content-type': 'application/json', 'content-length': String(BODY_BYTES), ...server.headers };
  const sending = request(`${server.url}/api/v1/events`, { method: 'POST', headers });
  sending.on('error', () => undefined); // A server that takes no more closes.
  sending.write(Buffer.alloc(BODY_BYTES - 1, ' '));
  return sending;
}

async function figure(server: Server, name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`, server)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  const value = Number(line?.split(' ')[1]);
  if (Number.isNaN(value)) throw new Error(`The server does not tell ${name}.`);
  return value;
}

const passed = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
