import { historyOf } from '../../src/feeds/domain/history';
import { judgeMadeGood } from '../../src/feeds/domain/made-good';
import { codeFamily } from '../../src/kernel/code-family';
import { addDays, danishDay } from '../../src/kernel/day';
import { countDelivered, deliveredOf, type Delivered } from '../../src/kernel/delivery';
import { kindOfType } from '../../src/kernel/event-kinds';
import { LAB_DATABASE } from '../../src/kernel/organisation';
import { tellingFeeds } from '../../src/synthetic/demo-feeds';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { PARAMETERS, judge } from '../feeds/judged';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { organisationInputOf } from '../../src/synthetic/organisation-input';

interface Line {
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly receivedtime: string;
  readonly data: { readonly version?: number; readonly status?: 'active' | 'retracted' };
}

const ORGANISATIONS = organisationInputOf(loadOrganisationList(loadSchemas()));
const telling = tellingFeeds(ORGANISATIONS.hospitals);
const sources = [...telling.keys()];

/** What the sources with something to tell delivered in two years through a day; and the last day on which anything came. */
function deliveredThrough(through: string): { readonly bySource: Map<string, Delivered[]>; readonly last: string } {
  const bySource = new Map<string, Delivered[]>([...telling.keys()].map((source) => [source, []]));
  let last = 0;
  const options = {
    patients: 8_000,
    seed: 2023,
    years: 2,
    organisations: ORGANISATIONS,
    through,
    feeds: 'demo',
  } as const;
  generatePopulation(options, (text) => {
    for (const line of text.trimEnd().split('\n')) {
      last = Math.max(last, Date.parse(/"receivedtime":"([^"]+)"/.exec(line)?.[1] ?? ''));
      if (!sources.some((source) => line.includes(source))) continue;
      const { source, type, time, receivedtime, data } = JSON.parse(line) as Line;
      const [kind, own] = [kindOfType(type), bySource.get(source)];
      if (kind === undefined || own === undefined) continue;
      const { version = 1, status = 'active' } = data;
      const of = { source, kind, data, version, status, time: Date.parse(time), receivedAt: Date.parse(receivedtime) };
      own.push(deliveredOf(of, codeFamily(kind, data)));
    }
  });
  return { bySource, last: danishDay(last) };
}

describe.each(['2026-11-25', '2027-01-03'])('a demo whose last day is %s', (through) => {
  const { bySource, last } = deliveredThrough(through);
  const historyThere = (source: string) => {
    const history = historyOf(source, countDelivered(bySource.get(source) ?? []), through);
    if (history === undefined) throw new Error(`${source} delivered nothing`);
    return history;
  };

  it('has its last events on that day', () => {
    expect(last).toBe(through);
  });

  it('has a hospital that fell silent and one whose measurements stopped, each told once', () => {
    for (const [source, trouble] of telling) {
      if (source === LAB_DATABASE) continue;
      const { findings } = judge(historyThere(source), through);
      expect(findings.filter(({ state }) => state === trouble)).toHaveLength(1);
    }
  });

  it('has a laboratory database that has made its silence good', () => {
    const spell = { from: addDays(through, -75), to: addDays(through, -50) };

    expect(judgeMadeGood(historyThere(LAB_DATABASE), spell, through, PARAMETERS)).toBeDefined();
  });
});
