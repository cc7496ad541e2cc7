import type { FeedFinding, FeedState } from '../../kernel/feed-alarm';

/** Something said in both languages. */
export interface Said {
  readonly da: string;
  readonly en: string;
}

export const STATE_WORDS: Readonly<Record<FeedState, Said>> = {
  connected: { da: 'leverer som ventet', en: 'delivers as expected' },
  learning: { da: 'for lidt historik til at vente noget', en: 'too little history to expect anything' },
  closed: { da: 'kanalen er lukket', en: 'the channel is closed' },
  late: { da: 'forsinket', en: 'late' },
  partial: { da: 'en del mangler', en: 'a part is missing' },
  silent: { da: 'tavs', en: 'silent' },
  'repeated-batch': { da: 'leverance gentaget', en: 'delivery repeated' },
  'backlog-burst': { da: 'efterslæb leveret samlet', en: 'backlog delivered at once' },
  'clock-ahead': { da: 'uret går foran', en: 'clock ahead' },
};

const round = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
const danish = (value: number): string => round(value).replace('.', ',');

/** A finding as a sentence. */
export function sayFinding(finding: FeedFinding): Said {
  const { state, since, expected, received, kind, family, together } = finding;
  switch (state) {
    case 'silent':
    case 'late': {
      const da = together === undefined ? '' : ` sammen med de øvrige sygehuse i region ${together}`;
      const en = together === undefined ? '' : ` together with the other hospitals of region ${together}`;
      return {
        da: `Har været ${state === 'late' ? 'forsinket' : 'tavs'} siden ${since}${da}: ventet ${danish(expected)} hændelser, modtaget ${received}.`,
        en: `Has been ${state} since ${since}${en}: ${round(expected)} events expected, ${received} received.`,
      };
    }
    case 'partial': {
      const part = family === undefined ? (kind ?? '') : `${kind ?? ''} ${family}`;
      return {
        da: `${part} er udeblevet siden ${since}, mens resten kommer: ventet ${danish(expected)}, modtaget ${received}.`,
        en: `${part} has stopped since ${since} while the rest goes on: ${round(expected)} expected, ${received} received.`,
      };
    }
    case 'repeated-batch':
      return {
        da: `${received} hændelser kom igen den ${since}; det plejer at være ${danish(expected)}.`,
        en: `${received} events came again on ${since}; ${round(expected)} is usual.`,
      };
    case 'backlog-burst':
      return {
        da: `${received} hændelser kom på én gang den ${since}, mange af dem gamle; ventet ${danish(expected)}.`,
        en: `${received} events came at once on ${since}, many of them old; ${round(expected)} expected.`,
      };
    case 'clock-ahead':
      return {
        da: `${received} hændelser den ${since} er registreret senere, end de blev modtaget.`,
        en: `${received} events on ${since} were recorded later than they were received.`,
      };
  }
}
