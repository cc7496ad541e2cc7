// What every peer's process has in common: what it reads, how it counts seconds, and what it tells.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A whole evaluation is repeated until it took so long, so that small populations can be told in seconds too. */
const LEAST_SECONDS = 2;

const secondsSince = (begun) => Number(process.hrtime.bigint() - begun) / 1e9;

/** The lines of a file of the folder. */
export const linesOf = (folder, file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);

/** What the folder's population is asked: { asOf, from, to }. */
export const askedOf = (folder) => JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8'));

/**
 * Runs a peer over a folder: `evaluate` decides everyone, `decideNext(at)` one person after that person's new event. Both
 * resolve to what was found, of which `outcomesOf` makes [person, outcomes] once the seconds are counted; where a whole
 * evaluation finds no persons, `ofEveryone` does. Writes who came to what to `<name>.ndjson`, and prints the seconds of
 * one whole evaluation and of each new event.
 */
export async function run(name, folder, { evaluate, events, decideNext, outcomesOf, ofEveryone }) {
  const { found, seconds } = await measured(evaluate);
  const said = saidOf(outcomesOf(ofEveryone === undefined ? found : await ofEveryone()), false);
  const eventSeconds = [];
  for (let at = 0; at < events; at += 1) {
    const begun = process.hrtime.bigint();
    const decided = await decideNext(at);
    eventSeconds.push(secondsSince(begun));
    said.push(...saidOf(outcomesOf(decided), true));
  }
  writeFileSync(join(folder, `${name}.ndjson`), said.map((one) => `${JSON.stringify(one)}\n`).join(''));
  process.stdout.write(JSON.stringify({ seconds, eventSeconds }));
}

async function measured(evaluate) {
  const begun = process.hrtime.bigint();
  for (let passes = 1; ; passes += 1) {
    const found = await evaluate();
    const seconds = secondsSince(begun);
    if (seconds >= LEAST_SECONDS) return { found, seconds: seconds / passes };
  }
}

const saidOf = (outcomes, isAfterEvent) => outcomes.map(([person, all]) => ({ person, isAfterEvent, outcomes: all }));
