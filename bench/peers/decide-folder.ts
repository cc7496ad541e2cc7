import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '../../src/kernel/decision';
import { PersonDecider, received } from './rehabspor';
import { saidOf, writeSaid, type Asked, type Said } from './said';

/** As long as the other programs at least (peer.mjs). */
const LEAST_SECONDS = 2;

/** Seconds of one whole evaluation, from what is folded and from events, and of each new event. */
export interface Seconds {
  readonly seconds: number;
  readonly fromEvents: number;
  readonly eventSeconds: readonly number[];
}

/** Decides and explains everyone in a folder, and each person with a new event again; writes who came to what. */
export async function decideFolder(folder: string): Promise<Seconds> {
  const asked = JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8')) as Asked;
  const decider = new PersonDecider(asked.asOf);
  const { persons } = await received(linesOf(folder, 'events.ndjson'), asked.asOf);
  const anew = await received(linesOf(folder, 'new-events.ndjson'), asked.asOf);
  const folded = persons.map((person) => decider.fold(person));
  const said: Said[] = [];

  const seconds = measured(folded, (one) => decider.decide(one));
  const fromEvents = measured(persons, (one) => decider.decide(decider.fold(one)));
  for (const one of folded) said.push(saidOf(one.person, decider.decide(one), asked, false));
  const eventSeconds = anew.persons.map(({ person, events }) => {
    const known = persons.find((one) => one.person === person)?.events ?? [];
    const begun = process.hrtime.bigint();
    const decisions = decider.decide(decider.fold({ person, events: [...known, ...events] }));
    const took = secondsSince(begun);
    said.push(saidOf(person, decisions, asked, true));
    return took;
  });
  writeSaid(folder, 'rehabspor', said);
  return { seconds, fromEvents, eventSeconds };
}

/**
 * Seconds of one pass over everyone, as many of which are made as take long enough. Throws where nothing was explained:
 * its characters are counted, so that none of it is left undone.
 */
function measured<T>(everyone: readonly T[], decide: (one: T) => readonly Decision[]): number {
  const begun = process.hrtime.bigint();
  for (let passes = 1; ; passes += 1) {
    let characters = 0;
    for (const one of everyone) {
      for (const { explanation } of decide(one)) characters += explanation.da.length + explanation.en.length;
    }
    if (characters === 0) throw new Error('Nothing was explained.');
    const seconds = secondsSince(begun);
    if (seconds >= LEAST_SECONDS) return seconds / passes;
  }
}

const secondsSince = (begun: bigint): number => Number(process.hrtime.bigint() - begun) / 1e9;

const linesOf = (folder: string, file: string): string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);
