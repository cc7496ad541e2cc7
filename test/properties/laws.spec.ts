import fc from 'fast-check';
import type { Decision } from '../../src/kernel/decision';
import { evaluate } from '../support/evaluate';
import type { SourceEvent } from '../support/source-event';
import { mayGround } from './grounds';
import { anyAsOf, anyEvents } from './random-events';

/** An event's registration: all versions of it stand or go together. */
const registrationOf = ({ source, type, data }: SourceEvent): string => `${source} ${type} ${String(data['recordId'])}`;

const eventKey = ({ source, id }: { source: string; id: string }): string => `${source} ${id}`;

const decisionKey = ({ cpr, pathway, indicator }: Decision): string => `${cpr ?? ''} ${pathway} ${indicator}`;

/** The events a decision names, whatever for. */
const citedBy = ({ decisive, also, findings }: Decision): Set<string> =>
  new Set([...decisive, ...also, ...findings].map(({ source, event }) => `${source} ${event}`));

const bothDecided = async (events: readonly SourceEvent[], without: ReadonlySet<string>, asOf: string) => {
  const rest = events.filter((event) => !without.has(registrationOf(event)));
  const all = await evaluate(events, { asOf, showCpr: true });
  const fewer = await evaluate(rest, { asOf, showCpr: true });
  return { before: all.decisions, after: new Map(fewer.decisions.map((each) => [decisionKey(each), each])) };
};

test('law 1: take the decisive facts away, and the decision changes or names others', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyAsOf, fc.nat(), async (events, asOf, choice) => {
      const { decisions } = await evaluate(events, { asOf, showCpr: true });
      const decided = decisions.filter(({ decisive }) => decisive.length > 0);
      fc.pre(decided.length > 0);
      const decision = decided[choice % decided.length] as Decision;
      const decisive = new Set(decision.decisive.map(({ source, event }) => `${source} ${event}`));
      const taken = new Set(events.filter((event) => decisive.has(eventKey(event))).map(registrationOf));
      const { after } = await bothDecided(events, taken, asOf);
      const now = after.get(decisionKey(decision));

      for (const { source, event } of now?.decisive ?? []) expect(decisive).not.toContain(`${source} ${event}`);
      if (now === undefined || now.decisive.length > 0) return;
      // A latest fact that gives no value so far is named, since an older one does not speak for it; alone, it changes no more.
      if (decision.outcome === 'pending' && decision.provisional === undefined) return;
      expect([now.outcome, now.reason, now.provisional]).not.toEqual([
        decision.outcome,
        decision.reason,
        decision.provisional,
      ]);
    }),
    { numRuns: 200 },
  );
});

const FIRST_OF_ITS_KIND = ['participation', 'antithrombotic', 'statin'];

test('law 1: where evidence alone decides, the first runner-up takes the place of what was taken away', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyAsOf, async (events, asOf) => {
      const { decisions } = await evaluate(events, { asOf, showCpr: true });
      const decision = decisions.find(
        ({ indicator, also }) => FIRST_OF_ITS_KIND.includes(indicator) && also.length > 0,
      );
      fc.pre(decision !== undefined);
      const [first] = decision.decisive;
      const taken = events
        .filter((event) => eventKey(event) === `${first?.source} ${first?.event}`)
        .map(registrationOf);
      const { after } = await bothDecided(events, new Set(taken), asOf);
      const now = after.get(decisionKey(decision));

      expect(now).toMatchObject({ outcome: 'met', decisive: decision.also.slice(0, 1), also: decision.also.slice(1) });
    }),
    { numRuns: 50 },
  );
});

test('law 2: take away what is neither cited nor a basis, and the decision stays, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyAsOf, fc.nat(), async (events, asOf, choice) => {
      const taken = registrationOf(events[choice % events.length] as SourceEvent);
      const versions = events.filter((event) => registrationOf(event) === taken);
      const { before, after } = await bothDecided(events, new Set([taken]), asOf);

      for (const decision of before) {
        const cited = citedBy(decision);
        if (versions.some((event) => mayGround(decision, event) || cited.has(eventKey(event)))) continue;
        expect(JSON.stringify(after.get(decisionKey(decision)))).toBe(JSON.stringify(decision));
      }
    }),
    { numRuns: 500 },
  );
});

test('law 2: what other people’s records say never matters, unless a number joins them', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyAsOf, async (events, asOf) => {
      fc.pre(!events.some(({ data }) => 'replaces' in data));
      const recordsByPerson = new Map<string, Set<string>>();
      for (const event of events) {
        const registration = registrationOf(event);
        recordsByPerson.set(
          registration,
          (recordsByPerson.get(registration) ?? new Set()).add(String(event.data['cpr'])),
        );
      }
      const cpr = '1502779995';
      const isAbout = (event: SourceEvent): boolean =>
        !('cpr' in event.data) || (recordsByPerson.get(registrationOf(event))?.has(cpr) ?? false);
      const alone = await evaluate(events.filter(isAbout), { asOf, showCpr: true });
      const together = await evaluate(events, { asOf, showCpr: true });
      const ofPerson = (decisions: readonly Decision[]) => JSON.stringify(decisions.filter((each) => each.cpr === cpr));

      expect(ofPerson(together.decisions)).toBe(ofPerson(alone.decisions));
    }),
    { numRuns: 200 },
  );
});
