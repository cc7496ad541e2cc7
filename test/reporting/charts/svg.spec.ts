import { chartSvg, type Chart } from '../../../src/charts/adapters/svg/chart-svg';
import { controlOf, count, funnelOf, levelsOf, trendOf } from './made-charts';

const calm = Array.from({ length: 12 }, () => count(70, 100));
const CHARTS: Readonly<Record<string, Chart>> = {
  funnel: funnelOf({ Aarhus: count(70, 100), '<Odense & "Svendborg">': count(50, 100), Skejby: count(88, 100) }),
  control: controlOf([...calm, count(20, 60, 40), count(99, 100), count(60, 99, 1)]),
  individuals: controlOf([count(6, 10), count(70, 100), count(60, 100)], 'xmr'),
  trend: trendOf([count(50, 100), count(80, 100), count(60, 70, 30), count(45, 99, 1)]),
  levels: levelsOf({ Aarhus: [{ now: count(80, 100), before: count(50, 100) }, { now: count(0, 0) }] }),
  'empty funnel': funnelOf({}),
  'empty control': controlOf([count(0, 0)]),
  'empty trend': trendOf([]),
  'empty levels': levelsOf({ Aarhus: [] }),
};
const drawn = Object.entries(CHARTS).flatMap(([name, chart]) =>
  (['da', 'en'] as const).map((language) => [name, language, chartSvg(chart, language)] as const),
);

/** Every tag that is opened is closed, in order; throws where one is not. */
function tagsOf(svg: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [, closing, name = '', selfClosing] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing === '/') {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last ?? ''}>.`);
      continue;
    }
    names.push(name);
    if (selfClosing !== '/') open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join()} stay open.`);
  return names;
}

const numbersIn = (svg: string, attribute: string): number[] =>
  [...svg.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => Number(value));
const pathsOf = (svg: string, name: string): string[] =>
  [...svg.matchAll(new RegExp(`<path class="${name}" d="([^"]*)"`, 'g'))].map(([, d]) => d ?? '');

describe('A chart as SVG', () => {
  it.each(drawn)('is a well-formed picture with title and description: %s, %s', (_, language, svg) => {
    const names = tagsOf(svg);
    expect(names.slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    expect(svg).toContain(`role="img" lang="${language}"`);
    const [, titleId, descId] = /aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
    expect(svg).toContain(`<title id="${titleId ?? ''}">`);
    expect(svg).toContain(`<desc id="${descId ?? ''}">`);
    expect(svg.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
  });

  it.each(drawn)('has no number that is none, and nothing beyond its edges: %s, %s', (_, __, svg) => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
    for (const attribute of ['x1', 'x2', 'cx', 'x']) {
      for (const x of numbersIn(svg, attribute)) expect(x >= -0.01 && x <= width).toBe(true);
    }
    for (const attribute of ['y1', 'y2', 'cy', 'y']) {
      for (const y of numbersIn(svg, attribute)) expect(y >= -0.01 && y <= height).toBe(true);
    }
  });

  it.each(drawn)('needs nothing from elsewhere and runs nothing: %s, %s', (_, __, svg) => {
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|href|<script|<style|@import|\son\w+=/,
    );
    for (const [, id = ''] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(svg).toContain(` id="${id}"`);
  });

  it('is the same bytes for the same chart, and has ids of its own for another', () => {
    const made = (): Chart => funnelOf({ Aarhus: count(70, 100) });
    expect(chartSvg(made(), 'da')).toBe(chartSvg(made(), 'da'));
    const idOf = (svg: string): string | undefined => /<title id="([^"]*)"/.exec(svg)?.[1];
    expect(new Set(drawn.map(([, , svg]) => idOf(svg))).size).toBe(drawn.length);
  });

  it('says what it shows in Danish and in English', () => {
    const chart = CHARTS['trend'] as Chart;
    expect(chartSvg(chart, 'da')).toContain('Deltagelse i rehabilitering. Udvikling: Odense, år');
    expect(chartSvg(chart, 'da')).toContain('2020: 50,0 % (50 / 100)');
    expect(chartSvg(chart, 'en')).toContain('Participation in rehabilitation. Trend: Odense, year');
    expect(chartSvg(chart, 'en')).toContain('2020: 50.0 % (50 / 100)');
  });

  it('names the definition, its mark, the policy and the day it was made as of', () => {
    for (const [, language, svg] of drawn) {
      const asOf = language === 'da' ? 'pr.' : 'as of';
      expect(svg).toContain(`dhrd-2023/2 (arbejdsdefinition) · bugOnReferral=strict · ${asOf} 2025-06-30`);
    }
  });

  it('writes names as text, whatever is in them', () => {
    expect(chartSvg(CHARTS['funnel'] as Chart, 'da')).toContain('&lt;Odense &amp; &quot;Svendborg&quot;&gt;');
  });

  it('tells a level by shape, colour and word', () => {
    const svg = chartSvg(trendOf([count(80, 100), count(65, 100), count(30, 100)]), 'da');
    for (const words of ['Høj målopfyldelse', 'Moderat målopfyldelse', 'Lav målopfyldelse']) {
      // Once in the legend, once in the point's own title, once in the description.
      expect(svg.split(words)).toHaveLength(4);
    }
    const points = [...svg.matchAll(/<path d="([^"]*)" transform="([^"]*)" fill="([^"]*)"[^>]*><title>/g)];
    expect(points).toHaveLength(3);
    expect(new Set(points.map(([, d]) => d)).size).toBe(3);
    expect(new Set(points.map(([, , , fill]) => fill)).size).toBe(3);
  });

  it('draws an arrow up or down only for a change that is told', () => {
    const svg = chartSvg(trendOf([count(50, 100), count(55, 100), count(80, 100), count(40, 100)]), 'da');
    const onlyLegendAndPoint = 2;
    expect(pathsOf(svg, 'change-higher')).toHaveLength(onlyLegendAndPoint);
    expect(pathsOf(svg, 'change-lower')).toHaveLength(onlyLegendAndPoint);
    expect(chartSvg(trendOf([count(50, 100), count(55, 100)]), 'da')).not.toContain('change-');
  });

  it('hatches a disturbed period over its whole height, a touched one in a stripe, and draws both', () => {
    const svg = chartSvg(CHARTS['control'] as Chart, 'da');
    const fields = [...svg.matchAll(/class="feeds-(\w+)"[^>]* height="([^"]*)"/g)].map(([, feeds, height]) => ({
      feeds,
      height: Number(height),
    }));
    expect(fields.map(({ feeds }) => feeds)).toEqual(['disturbed', 'touched']);
    expect(fields[0]?.height).toBeGreaterThan(200);
    expect(fields[1]?.height).toBeLessThan(20);
    expect(svg).toContain('forstyrret: kilder tavse');
    expect([...svg.matchAll(/<path d="[^"]*" transform="[^"]*"[^>]*><title>/g)]).toHaveLength(15);
  });

  it('draws a higher share higher, and each where its limits say it lies', () => {
    const chart = controlOf([...calm, count(99, 100), count(20, 100)]);
    const svg = chartSvg(chart, 'en');
    const heights = [...svg.matchAll(/translate\(\S+ (\S+)\)[^>]*><title>([^<:]+):/g)].map(([, y, name]) => [
      name,
      Number(y),
    ]);
    const at = new Map(heights as [string, number][]);
    expect(at.get('January 2023')).toBeLessThan(at.get('December 2022') ?? 0);
    expect(at.get('February 2023')).toBeGreaterThan(at.get('December 2022') ?? 0);
    const [lower = '', upper = ''] = pathsOf(svg, 'limit');
    const heightOf = (d: string): number => Number(/^M[^,]*,([\d.]+)/.exec(d)?.[1]);
    expect(at.get('January 2023')).toBeLessThan(heightOf(upper));
    expect(at.get('February 2023')).toBeGreaterThan(heightOf(lower));
    expect(svg).toContain('January 2023: 99.0 % (99 / 100), 95 % confidence interval 94.6–100.0 %, outside the limits');
  });

  it('says in words what is not drawn: units without decisions', () => {
    const svg = chartSvg(funnelOf({ Aarhus: count(70, 100), Vejle: count(0, 0) }), 'da');
    expect(svg).toContain('1 uden afgjorte forløb.');
    expect(chartSvg(CHARTS['empty funnel'] as Chart, 'da')).toContain('Ingen afgjorte forløb');
  });
});

test('a share of too few stands without a sign of its level or change, marked, and the legend says of how few', () => {
  const few = levelsOf({ Aarhus: [{ now: count(9, 9), before: count(0, 100) }] }, 10);
  const svg = chartSvg(few, 'en');

  expect(few.rows[0]?.cells).toMatchObject([{ percent: 100, level: null, change: null, tooFew: true }]);
  expect(svg).toContain('too few (&lt; 10)');
  expect(svg).toContain('†');
  expect(chartSvg(levelsOf({ Aarhus: [{ now: count(9, 9) }] }, 9), 'en')).not.toContain('†');
});

test('a share of too few is a cross in a trend and a funnel: no sign of a level, a place or a change', () => {
  const trend = chartSvg(trendOf([count(50, 100), count(1, 9)], undefined, 10), 'en');
  const funnel = chartSvg(funnelOf({ Aarhus: count(70, 100), Odense: count(0, 9) }, undefined, 10), 'en');

  for (const svg of [trend, funnel]) expect(svg).toContain('too few (&lt; 10): 1');
  expect(trend).toMatch(/<title>2021: [^<]*, too few<\/title>/);
  expect(funnel).toMatch(/<title>Odense: [^<]*, too few<\/title>/);
  expect(trend).not.toContain('change-');
});

test('a control chart whose baseline never varied says why it has no limits', () => {
  const svg = chartSvg(controlOf([...Array.from({ length: 12 }, () => count(50, 100)), count(10, 100)], 'xmr'), 'en');

  expect(svg).toContain('no limits: the baseline does not vary');
  expect(svg).not.toContain('class="limit"');
});

test('months and quarters along the axis are words of the language', () => {
  const chart = controlOf(calm);
  expect(chartSvg(chart, 'da')).toMatch(/>sep\. 2022</);
  expect(chartSvg(chart, 'da')).toContain('oktober 2022: 70,0 %');
  expect(chartSvg(chart, 'en')).toMatch(/>Jan 2022</);
});

test('the goal lies within the scale however far the shares are from it', () => {
  const heightOf = (svg: string): number => Number(/class="target"[^>]* y1="([\d.]+)"/.exec(svg)?.[1]);
  expect(heightOf(chartSvg(trendOf([count(5, 100)]), 'da'))).toBeGreaterThan(74);
  expect(heightOf(chartSvg(controlOf([count(5, 100)]), 'da'))).toBeLessThan(480);
});

test('the ends a silent source leaves the estimate between are drawn behind it, and the legend says what they are', () => {
  const svg = chartSvg(trendOf([count(60, 70, 30), count(60, 70)]), 'da');
  // Once in the legend, once behind the first of two points.
  expect(svg.match(/class="bounds"/g)).toHaveLength(2);
  expect(svg).toContain('yderpunkter: så langt kan tavse kilder flytte skønnet');
  expect(chartSvg(trendOf([count(60, 70)]), 'da')).not.toContain('class="bounds"');
});

test('the legend says what a hollow sign and a dash are, where there are any', () => {
  const svg = chartSvg(controlOf([...calm, count(20, 60, 40), count(0, 0)]), 'da');
  expect(svg).toContain('hul figur: kilder tavse, så tallet er usikkert');
  expect(svg).toContain('ingen afgjorte forløb</text>');
  expect(chartSvg(controlOf(calm), 'da')).not.toContain('hul figur');
});

test('a control chart has a line where the definition changed', () => {
  const years = Array.from({ length: 14 }, () => count(70, 100));
  expect(chartSvg(controlOf(years), 'da')).toContain('definitionen ændret 1. januar 2023');
  expect(chartSvg(controlOf(years), 'da')).toContain('class="definition"');
  expect(chartSvg(controlOf(calm), 'da')).not.toContain('class="definition"');
});

test('the reader’s own unit is marked and named, and names are never cut', () => {
  const name = 'Hospitalsenhed Midt, Regionshospitalet Silkeborg';
  const funnel = chartSvg(funnelOf({ Aarhus: count(70, 100), [name]: count(71, 100) }), 'da', `hospital:${name}`);
  expect(funnel).toContain('class="own"');
  expect(funnel).toContain(`din egen: ${name}`);
  const levels = chartSvg(levelsOf({ [name]: [{ now: count(80, 100) }] }), 'da', `hospital:${name}`);
  expect(levels).toContain(`din egen: ${name}`);
  expect(levels).not.toContain('…');
  expect(levels).toContain('>Hospitalsenhed Midt,</text>');
  expect(levels).toContain('>Regionshospitalet Silkeborg</text>');
});
