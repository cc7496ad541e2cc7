import type { View } from '../src/kernel/view';
import { createRandom } from '../src/synthetic/random';

interface Question {
  readonly kind: string;
  readonly path: string;
}

/** Questions about tables, profiles and charts, drawn from a seed; none comes twice. */
export class ReportingQuestions {
  private readonly asked = new Set<string>();
  private readonly random = createRandom(1, 0);

  private constructor(
    private readonly indicators: readonly string[],
    private readonly units: Readonly<Record<string, readonly string[]>>,
    private readonly view: View,
  ) {}

  /** Draws from the indicators and units a server tells of, of periods that its view knows. */
  static async of(
    { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
    view: View,
  ): Promise<ReportingQuestions> {
    const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`, { headers })).json()) as T;
    const listed = await ask<{ indicators: { key: string }[] }>('/api/v1/indicators');
    /** Units that were there all the time: others are no unit of some periods. */
    const of = async (level: string): Promise<string[]> => {
      const [first = [], last = []] = await Promise.all(
        ['2017Q1', '2025Q4'].map(async (period) => {
          const path = `/api/v1/indicators/participation/results?period=${period}&level=${level}`;
          const { rows } = await ask<{ rows: { unit: { id: string } }[] }>(path);
          return rows.map(({ unit }) => unit.id);
        }),
      );
      return first.filter((id) => last.includes(id) && !id.endsWith('unknown'));
    };
    return new ReportingQuestions(
      listed.indicators.map(({ key }) => key),
      {
        denmark: ['denmark'],
        region: await of('region'),
        hospital: await of('hospital'),
        municipality: await of('municipality'),
      },
      view,
    );
  }

  next(): Question {
    for (;;) {
      const question = this.draw();
      if (this.asked.has(question.path)) continue;
      this.asked.add(question.path);
      return question;
    }
  }

  private draw(): Question {
    const { random } = this;
    const indicator = random.pick(this.indicators);
    const level = random.pick(['denmark', 'region', 'hospital', 'municipality']);
    const unit = random.pick(this.units[level] ?? []);
    const period = this.period();
    const by = random.pick(this.view === 'exact' ? ['month', 'quarter', 'tertial'] : ['quarter', 'tertial', 'year']);
    const kind = random.pick(['table', 'report', 'profile', 'funnel', 'control', 'trend', 'coverage', 'transitions']);
    const paths: Readonly<Record<string, string>> = {
      table: `/indicators/${indicator}/results?period=${period}&level=${level}`,
      report: `/exports/report?period=${period}&level=${level}&format=json`,
      profile: `/units/${unit}/profile?period=${period}`,
      funnel: `/charts/funnel?indicator=${indicator}&period=${period}&level=${random.pick(['hospital', 'municipality'])}&format=svg`,
      control: `/charts/control?indicator=${indicator}&unit=${unit}&by=${by}&kind=${random.pick(['p', 'xmr'])}&format=svg`,
      trend: `/charts/trend?indicator=${indicator}&unit=${unit}&by=${by}&format=svg`,
      coverage: `/coverage?period=${period}&level=${level}`,
      transitions: `/transitions?period=${period}`,
    };
    return { kind, path: `/api/v1${paths[kind]}` };
  }

  private period(): string {
    const { random } = this;
    const year = random.int(2017, 2025);
    return random.pick([
      String(year),
      `${year}Q${random.int(1, 4)}`,
      `${year}T${random.int(1, 3)}`,
      ...(this.view === 'exact' ? [`${year}-${String(random.int(1, 12)).padStart(2, '0')}`, 'all'] : []),
    ]);
  }
}
