// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const FIGURE_WORDS = {
  table: both('Vis tallene som tabel', 'Show the numbers as a table'),
  tableCaption: (said: Filling<'title'>): Bilingual =>
    both(`Tallene bag: ${inDanish(said.title)}`, `The numbers behind: ${inEnglish(said.title)}`),
  downloads: both('Hent figuren', 'Download the figure'),
  csv: both('CSV (regneark)', 'CSV (spreadsheet)'),
  svg: both('SVG', 'SVG'),
  png: both('PNG', 'PNG'),
  drawing: (said: Filling<'title'>): Bilingual =>
    both(`Figur: ${inDanish(said.title)}`, `Figure: ${inEnglish(said.title)}`),
  keys: both(
    'Vælg figuren, og brug piletasterne for at gå fra punkt til punkt. Home går til det første, End til det sidste.',
    'Select the figure and use the arrow keys to go from point to point. Home goes to the first, End to the last.',
  ),
  percent: both('Andel (%)', 'Share (%)'),
  lower: both('95 % KI, nedre (%)', '95 % CI, lower (%)'),
  upper: both('95 % KI, øvre (%)', '95 % CI, upper (%)'),
  boundLower: both('Yderpunkt, nedre (%)', 'Bound, lower (%)'),
  boundUpper: both('Yderpunkt, øvre (%)', 'Bound, upper (%)'),
  numerator: both('Tæller', 'Numerator'),
  denominator: both('Nævner', 'Denominator'),
  unknown: both('Uoplyst', 'Unknown'),
  level: both('Målopfyldelse', 'Goal achievement'),
  sources: both('Kilder', 'Sources'),
  remark: both('Bemærkning', 'Remark'),
  period: both('Periode', 'Period'),
  unit: both('Enhed', 'Unit'),
  indicator: both('Indikator', 'Indicator'),
  wholeSources: both('leverede som ventet', 'delivered as expected'),
  tooFew: both('for få', 'too few'),
  trendOf: (said: Filling<'indicator' | 'step' | 'unit'>): Bilingual =>
    both(
      `Udvikling i ${inDanish(said.indicator)}: ${inDanish(said.unit)}, ${inDanish(said.step)}`,
      `Trend of ${inEnglish(said.indicator)}: ${inEnglish(said.unit)}, ${inEnglish(said.step)}`,
    ),
  controlOf: (said: Filling<'indicator' | 'step' | 'unit'>): Bilingual =>
    both(
      `Kontroldiagram for ${inDanish(said.indicator)}: ${inDanish(said.unit)}, ${inDanish(said.step)}`,
      `Control chart of ${inEnglish(said.indicator)}: ${inEnglish(said.unit)}, ${inEnglish(said.step)}`,
    ),
  funnelOf: (said: Filling<'indicator' | 'level' | 'period'>): Bilingual =>
    both(
      `Tragtdiagram for ${inDanish(said.indicator)}: ${inDanish(said.level)}, ${inDanish(said.period)}`,
      `Funnel plot of ${inEnglish(said.indicator)}: ${inEnglish(said.level)}, ${inEnglish(said.period)}`,
    ),
  levelsOf: (said: Filling<'level' | 'period'>): Bilingual =>
    both(
      `Målopfyldelse for alle indikatorer: ${inDanish(said.level)}, ${inDanish(said.period)}`,
      `Goal achievement of all indicators: ${inEnglish(said.level)}, ${inEnglish(said.period)}`,
    ),
};

export const TROUBLE_WORDS = {
  heading: both('Kilder, der mangler noget', 'Sources that lack something'),
  none: both(
    'Ingen kilder har været tavse eller uden tilslutning i perioden.',
    'No sources were silent or unconnected in the period.',
  ),
  of: (said: Filling<'period' | 'unit'>): Bilingual =>
    both(
      `Registrerede driftsproblemer og alarmer, der berører ${inDanish(said.unit)} i perioden ${inDanish(said.period)}.`,
      `Recorded trouble and alarms that touch ${inEnglish(said.unit)} in the period ${inEnglish(said.period)}.`,
    ),
  organisation: both('Kilde', 'Source'),
  state: both('Tilstand', 'State'),
  from: both('Fra', 'From'),
  to: both('Til', 'To'),
  still: both('stadig', 'still'),
  alarm: (said: Filling<'state'>): Bilingual =>
    both(`alarm: ${inDanish(said.state)}`, `alarm: ${inEnglish(said.state)}`),
  notConnected: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.count)} kilde er ikke tilsluttet`
        : `${inDanish(said.count)} kilder er ikke tilsluttet`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.count)} source is not connected`
        : `${inEnglish(said.count)} sources are not connected`,
    ),
  through: (said: Filling<'day'>): Bilingual =>
    both(
      `Data er modtaget til og med ${inDanish(said.day)}. Kilder, der er tavse, har ikke leveret så langt.`,
      `Data were received through ${inEnglish(said.day)}. Sources that are silent have not delivered so far.`,
    ),
  throughOf: (said: Filling<'day' | 'unit'>): Bilingual =>
    both(
      `Fra ${inDanish(said.unit)} er der senest modtaget data ${inDanish(said.day)}.`,
      `From ${inEnglish(said.unit)} data were last received on ${inEnglish(said.day)}.`,
    ),
  nothingThrough: both('Der er ikke modtaget data endnu.', 'No data were received yet.'),
  nothingOf: (said: Filling<'unit'>): Bilingual =>
    both(
      `Fra ${inDanish(said.unit)} er der ikke modtaget data.`,
      `From ${inEnglish(said.unit)} no data were received.`,
    ),
  silentForMany: (said: Filling<'silent' | 'unconnected'>): Bilingual =>
    both(
      `For ${inDanish(said.silent)} forløb var en kilde tavs, og for ${inDanish(said.unconnected)} var den ikke tilsluttet; derfor er de uoplyst.`,
      `For ${inEnglish(said.silent)} pathways a source was silent, and for ${inEnglish(said.unconnected)} it was not connected; therefore they are unknown.`,
    ),
  silentForNone: both(
    'Ingen forløb er uoplyst, fordi en kilde var tavs eller ikke tilsluttet.',
    'No pathways are unknown because a source was silent or not connected.',
  ),
  notForYou: both(
    'Hvilke kilder det er, ser registrets medarbejdere.',
    "Which sources they are, the registry's staff can see.",
  ),
};

export const FEED_STATUS_WORDS = {
  connected: both('tilsluttet', 'connected'),
  silent: both('tavs', 'silent'),
  'not-connected': both('ikke tilsluttet', 'not connected'),
};
