import { EVENT_KIND_WORDS } from '../../../kernel/words/feeds';
import { FINDING_MEANING_WORDS } from '../../../kernel/words/meanings';
import { FIELD_WORDS, VALUE_WORDS } from '../../../kernel/words/sources';
import { say, type Visit } from '../../site/visit';

/** What a field is called; its own name where it is no field of any kind. */
export function fieldName(visit: Visit, name: string): string {
  const word = Object.hasOwn(FIELD_WORDS, name) ? FIELD_WORDS[name as keyof typeof FIELD_WORDS] : undefined;
  return word === undefined ? name : say(visit, word);
}

/** What a coded value means; the value itself where it is none. */
export function valueName(visit: Visit, value: string): string {
  const word = Object.hasOwn(VALUE_WORDS, value) ? VALUE_WORDS[value as keyof typeof VALUE_WORDS] : undefined;
  return word === undefined ? value : say(visit, word);
}

/** What a kind of event is called. */
export function kindName(visit: Visit, kind: string): string {
  const word = Object.hasOwn(EVENT_KIND_WORDS, kind)
    ? EVENT_KIND_WORDS[kind as keyof typeof EVENT_KIND_WORDS]
    : undefined;
  return word === undefined ? kind : say(visit, word);
}

/** What a finding means. */
export function findingName(visit: Visit, code: string): string {
  const isKnown = Object.hasOwn(FINDING_MEANING_WORDS, code);
  return isKnown ? say(visit, FINDING_MEANING_WORDS[code as keyof typeof FINDING_MEANING_WORDS]) : code;
}

/** What a receipt says, with the names people know instead of paths: `data.endedOn` becomes »Slutdato«. */
export const inPeoplesWords = (visit: Visit, text: string): string =>
  text.replace(/`(?:data\.)?([A-Za-z]+)(?:\.[A-Za-z.]+)?`/g, (_path, name: string) => `»${fieldName(visit, name)}«`);

/** The field a path leads to: `data.code` → `code`, `data.bloodPressure.systolic` → `bloodPressure`. */
export const fieldAt = (path: string | undefined): string | undefined => path?.replace(/^data\./, '').split('.')[0];
