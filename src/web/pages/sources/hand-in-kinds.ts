import type { EventKind } from '../../../kernel/event-kinds';
import { schemeText, type Organisation } from '../../../kernel/organisation';
import type { HAND_IN_WORDS } from '../../../kernel/words/sources';

/** What can be handed in by form, as its address says. */
export const HAND_INS = ['start', 'forloeb', 'maaling', 'slut'] as const;
export type HandIn = (typeof HAND_INS)[number] & keyof typeof HAND_IN_WORDS;

const KINDS: Readonly<Record<string, Readonly<Partial<Record<HandIn, EventKind>>>>> = {
  municipality: {
    start: 'municipality.start',
    forloeb: 'municipality.intervention',
    maaling: 'municipality.measurement',
    slut: 'municipality.end',
  },
  hospital: { maaling: 'hospital.measurement' },
  'general-practice': { maaling: 'general-practice.measurement' },
};

/** What an organisation's sector hands in by form, with the kind of event each is. */
export const handInsOf = (organisation: Organisation): Readonly<Partial<Record<HandIn, EventKind>>> =>
  KINDS[schemeText(organisation) ?? ''] ?? {};
