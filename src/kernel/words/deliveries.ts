// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const DELIVERY_PAGE_WORDS = {
  title: both('Leveringer', 'Deliveries'),
  lead: both(
    'Hvad hver kilde har leveret måned for måned, mod hvad der var ventet, og hvor noget mangler.',
    'What each source delivered month by month, against what was expected, and where something is missing.',
  ),
  alarms: both('Alarmer', 'Alarms'),
  alarmLead: both(
    'Bekræft en alarm, når kilden virkelig er tavs, eller omstød den. Det, I siger, bliver husket, og afgørelserne følger med.',
    'Confirm an alarm when the source is silent indeed, or overrule it. What you say is remembered, and decisions follow.',
  ),
  noAlarms: both('Der er ingen åbne alarmer.', 'There are no open alarms.'),
  confirm: both('Bekræft', 'Confirm'),
  overrule: both('Omstød', 'Overrule'),
  note: (said: Filling<'name'>): Bilingual =>
    both(`Begrundelse (alarm om ${inDanish(said.name)})`, `Reason (alarm of ${inEnglish(said.name)})`),
  noteHint: both('Skriv aldrig et personnummer her.', 'Never write a CPR number here.'),
  handling: both('Behandling', 'Handling'),
  confirmed: both('bekræftet', 'confirmed'),
  overruled: both('omstødt', 'overruled'),
  by: (said: Filling<'by' | 'what'>): Bilingual =>
    both(`${inDanish(said.what)} af ${inDanish(said.by)}`, `${inEnglish(said.what)} by ${inEnglish(said.by)}`),
  source: both('Kilde', 'Source'),
  state: both('Tilstand', 'State'),
  since: both('Siden', 'Since'),
  expected: both('Ventet', 'Expected'),
  received: both('Modtaget', 'Received'),
  what: both('Hvad der er galt', 'What is wrong'),
  calendar: both('Kilde og måned', 'Source and month'),
  from: both('Fra måned', 'From month'),
  to: both('Til måned', 'To month'),
  legend: both(
    'Tegn: ● alt kom, ◐ en del kom, ○ intet kom, · intet var ventet. Tallene er modtaget/ventet.',
    'Signs: ● all came, ◐ a part came, ○ nothing came, · nothing was expected. Figures are received/expected.',
  ),
  month: both('Måned', 'Month'),
  done: both('Det, I sagde om alarmen, er noteret.', 'What you said of the alarm was noted.'),
  saidBefore: both(
    'Nogen har allerede svaret det på alarmen. Sådan står den nu.',
    'Somebody has said that of the alarm already. This is how it stands now.',
  ),
  badNote: both(
    'Skriv højst 2000 tegn, og aldrig et personnummer.',
    'Write 2000 characters at most, and never a CPR number.',
  ),
  gone: both(
    'Alarmen findes ikke mere. Sådan står alarmerne nu.',
    'The alarm is there no more. This is how alarms stand now.',
  ),
  silent: both('Kilder, der er meldt tavse eller ikke tilsluttet', 'Sources said to be silent or not connected'),
  silentLead: both(
    'Så længe de står her, er det, der mangler fra dem, uoplyst og ikke uopfyldt.',
    'As long as they stand here, what is missing of them is unknown and not unfulfilled.',
  ),
  noneSilent: both(
    'Ingen kilde er meldt tavs eller ikke tilsluttet.',
    'No source is said to be silent or not connected.',
  ),
  history: both('Historik', 'History'),
  said: both('Det, der er meldt om kilden', 'What was said of the source'),
  missing: both('Mangler', 'Missing'),
  noHistory: both('Intet er meldt om kilden.', 'Nothing was said of the source.'),
  delivers: (said: Filling<'state'>): Bilingual =>
    both(`Leverer nu: ${inDanish(said.state)}`, `Delivers now: ${inEnglish(said.state)}`),
};

export const CALENDAR_STATUS_WORDS = {
  green: both('alt kom', 'all came'),
  yellow: both('en del kom', 'a part came'),
  red: both('intet kom', 'nothing came'),
  none: both('intet ventet', 'nothing expected'),
};

export const FEED_SAID_WORDS = {
  connected: both('tilsluttet', 'connected'),
  'not-connected': both('ikke tilsluttet', 'not connected'),
  silent: both('tavs', 'silent'),
};
