import { both, type Bilingual, type Language } from '../../../kernel/language';
import { percentText } from '../../../kernel/figures';
import { COUNTS, type CountName, type Counts } from '../../domain/movement/counts';
import { CAUSE_WORDS, COUNT_WORDS, MOVEMENT_WORDS } from '../../../kernel/words/movement';
import { SEEN_WORDS } from '../../../kernel/words/shared';
import type { Disclosed } from '../../../disclosure/domain/disclosed';
import type { Asked, Movement, MovementRow } from '../../domain/movement/movement';

/** The counts people are told of in words; the others only where none of these moved, since they mostly move along. */
const TOLD: readonly CountName[] = ['met', 'notMet', 'unknown', 'metSoFar', 'pending', 'excluded'];

/** A movement as text for a terminal: a paragraph for each indicator and unit in which something moved. */
export function movementText(movement: Disclosed<Movement>, language: Language): string {
  const { from, to, rows } = movement;
  const moved = rows.filter(({ parts }) => parts.some(({ counts }) => hasMoved(counts)));
  const head = [
    MOVEMENT_WORDS.title[language],
    `${MOVEMENT_WORDS.from[language]} ${askedText(from, language)}`,
    `${MOVEMENT_WORDS.to[language]} ${askedText(to, language)}`,
  ];
  const paragraphs = moved.map((row) => [rowTitle(row, language), ...rowLines(row, language)].join('\n'));
  const body = paragraphs.length === 0 ? [MOVEMENT_WORDS.nothing[language]] : paragraphs;
  return `${[head.join('\n'), ...body].join('\n\n')}\n`;
}

/** A row in one sentence of each language. */
export function rowSentence(row: MovementRow): Bilingual {
  const sentence = (language: Language): string => {
    const lines = rowLines(row, language);
    return lines.length === 0 ? MOVEMENT_WORDS.nothing[language] : lines.map((line) => line.trim()).join('; ');
  };
  return both(sentence('da'), sentence('en'));
}

function askedText({ period, asOf, knownAt, definition, policy }: Asked, language: Language): string {
  const policies = Object.entries(policy).map(([name, option]) => `${name}=${option}`);
  const seen = `${SEEN_WORDS.asOf[language]} ${asOf} · ${SEEN_WORDS.knownAt[language]} ${knownAt}`;
  return [period.name, seen, definition, ...policies].join(' · ');
}

function rowTitle({ number, title, unit, percentFrom, percentTo }: MovementRow, language: Language): string {
  const shares = [percentFrom, percentTo].map((percent) => percentText(percent, language)).join(' → ');
  return `${number} ${title[language]}, ${unit.name}: ${shares}`;
}

/** `numerator 120 → 131 (+11): new patients +8, corrections +3`, for each count that something was done to. */
function rowLines({ from, to, change, parts }: MovementRow, language: Language): string[] {
  const hasMovedIn = (name: CountName): boolean => parts.some(({ counts }) => counts[name] !== 0);
  const told = TOLD.filter(hasMovedIn);
  return (told.length === 0 ? COUNTS.filter(hasMovedIn) : told).map((name) => {
    const causes = parts
      .filter(({ counts }) => counts[name] !== 0)
      .map(({ cause, counts }) => `${CAUSE_WORDS[cause][language]} ${signed(counts[name])}`);
    return `  ${COUNT_WORDS[name][language]} ${from[name]} → ${to[name]} (${signed(change[name])}): ${causes.join(', ')}`;
  });
}

const signed = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '0');

const hasMoved = (counts: Counts): boolean => COUNTS.some((name) => counts[name] !== 0);
