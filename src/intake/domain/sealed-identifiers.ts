import { mayHoldCpr, replaceCpr } from '../../kernel/cpr-text';
import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { SoundEvent } from './source-event';

/** Stands for a CPR number as it was written: the same for the same writing, and nothing leads back from it. */
export type TokenOf = (written: string) => string;

/** A sound event as it may rest and be shown, and the paths at which it held a CPR number. */
export interface SealedIdentifiers {
  readonly sound: SoundEvent;
  readonly paths: readonly string[];
}

const NONE: readonly string[] = [];

/**
 * Puts a token in place of every CPR number in what names an event, its source, registration, contact, course, code or
 * organisation: equal names stay equal and others stay apart, so that events link and correct each other as before. The
 * names as they came are kept among what is sealed, so that an export has them again. Nearly every event is given back
 * as it is, at the price of a glance at its texts.
 */
export function sealIdentifiers(sound: SoundEvent, tokenOf: TokenOf): SealedIdentifiers {
  const { event } = sound;
  if (!(mayHoldCpr(event.id) || mayHoldCpr(event.source) || mayHoldCpr(event.recordId) || mayHoldAny(event.data))) {
    return { sound, paths: NONE };
  }
  const envelope = sealedTexts({ id: event.id, source: event.source }, tokenOf);
  const record = sealedTexts({ recordId: event.recordId }, tokenOf);
  const data = sealedTexts(event.data, tokenOf);
  if (envelope === undefined && record === undefined && data === undefined) return { sound, paths: NONE };
  const sealed = {
    ...event,
    ...envelope?.tokens,
    ...record?.tokens,
    data: { ...event.data, ...data?.tokens },
  } as ClinicalEvent;
  const kept =
    record === undefined && data === undefined ? sound.kept : { ...sound.kept, ...record?.sent, ...data?.sent };
  const extensions = envelope === undefined ? sound.extensions : { ...sound.extensions, ...envelope.sent };
  return {
    sound: {
      event: aboutOrganisation(sealed),
      numbers: sound.numbers,
      ...(kept === undefined ? undefined : { kept }),
      ...(extensions === undefined ? undefined : { extensions }),
    },
    paths: [
      ...Object.keys(envelope?.sent ?? {}),
      ...Object.keys({ ...record?.sent, ...data?.sent }).map((field) => `data.${field}`),
    ],
  };
}

function mayHoldAny(members: object): boolean {
  for (const name in members) {
    const text = (members as Readonly<Record<string, unknown>>)[name];
    if (typeof text === 'string' && mayHoldCpr(text)) return true;
  }
  return false;
}

interface SealedTexts {
  readonly tokens: Readonly<Record<string, string>>;
  readonly sent: Readonly<Record<string, string>>;
}

/** The members that hold a CPR number, with tokens in it and as they were sent; undefined when there are none. */
function sealedTexts(members: Readonly<Record<string, unknown>>, tokenOf: TokenOf): SealedTexts | undefined {
  let sealed: { tokens: Record<string, string>; sent: Record<string, string> } | undefined;
  for (const name in members) {
    const text = members[name];
    if (typeof text !== 'string' || name === 'replaces') continue;
    const replaced = replaceCpr(text, tokenOf);
    if (replaced === text) continue;
    sealed ??= { tokens: {}, sent: {} };
    sealed.tokens[name] = replaced;
    sealed.sent[name] = text;
  }
  return sealed;
}

/** A feed status goes by the organisation it speaks of. */
function aboutOrganisation(event: ClinicalEvent): ClinicalEvent {
  if (event.kind !== 'registry.feed-status') return event;
  const { organisation } = event.data as { readonly organisation?: string };
  return { ...event, person: organisation ?? event.source };
}
