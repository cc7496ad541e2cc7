import { viewNote } from '../../../kernel/figures';
import { CHOICE_WORDS } from '../../../kernel/words/overview';
import { TRANSITION_PAGE_WORDS as WORDS } from '../../../kernel/words/transition-pages';
import { Alert } from '../../parts/alert';
import { Choices, type Choice } from '../../parts/choices';
import { FIGURE_SCRIPT } from '../../parts/figure';
import { periodOptions } from '../../parts/periods';
import { unitOptions, unitsOf } from '../../parts/units';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { CoverageSection, coverageOf } from './coverage-section';
import { FlowSection } from './flow-section';
import { loopsSection } from './loops-section';
import { PairTable } from './pair-table';
import { transitionsAsked, type TransitionsAsked } from './transitions-asked';

/** What comes of referrals: the flow, the pairs in which most are lost, who can still be reached, and coverage. */
export async function transitionsPage(visit: Visit): Promise<Page> {
  const asked = await transitionsAsked(visit);
  const { api } = visit;
  const [transitions, coverage, choices, loops] = await Promise.all([
    answered(api.GET('/api/v1/transitions', { params: { query: asked.query } })),
    coverageOf(visit, asked),
    choicesOf(visit, asked),
    loopsSection(visit, asked),
  ]);
  const isOfPair = transitions.hospital !== undefined && transitions.municipality !== undefined;
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    scripts: [FIGURE_SCRIPT],
    main: (
      <>
        {asked.period.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badPeriod)}</Alert> : undefined}
        {asked.viewpoint.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badDay)}</Alert> : undefined}
        <Choices visit={visit} kept={['niveau', 'tilstand']} choices={choices} />
        {viewNote(asked.viewpoint.view, visit.language).map((note) => (
          <p>{note}</p>
        ))}
        <FlowSection visit={visit} transitions={transitions} />
        {isOfPair ? undefined : <PairTable visit={visit} pairs={transitions.pairs} />}
        {loops}
        <CoverageSection visit={visit} coverage={coverage} />
      </>
    ),
  };
}

async function choicesOf(visit: Visit, { period, viewpoint, query }: TransitionsAsked): Promise<Choice[]> {
  const units = await unitsOf(visit);
  const end = (level: 'hospital' | 'municipality'): Choice => ({
    name: level,
    label: say(visit, WORDS[level]),
    value: query[level] ?? '',
    options: [
      { value: '', text: say(visit, level === 'hospital' ? WORDS.everyHospital : WORDS.everyMunicipality) },
      ...unitOptions(units.filter((unit) => unit.level === level)),
    ],
  });
  const periods = periodOptions(period.names, visit.language);
  return [
    { name: 'period', label: say(visit, CHOICE_WORDS.period), value: period.name, options: periods },
    end('hospital'),
    end('municipality'),
    ...viewpoint.choices,
  ];
}
