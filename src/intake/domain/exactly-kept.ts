import { mayLoseDigits, readExactJson } from '../../kernel/exact-json';
import type { SoundEvent } from './source-event';

/**
 * A sound event whose unknown fields have all the digits that stand in its text, also where a double cannot hold them
 * (interface.md §1, Receipts).
 */
export function exactlyKept(sound: SoundEvent, text: string): SoundEvent {
  const { kept, extensions } = sound;
  if ((kept === undefined && extensions === undefined) || !mayLoseDigits(text)) return sound;
  const sent = readExactJson(text) as Fields;
  return {
    ...sound,
    ...(kept === undefined ? undefined : { kept: takenFrom(sent['data'] as Fields, kept) }),
    ...(extensions === undefined ? undefined : { extensions: takenFrom(sent, extensions) }),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of those names, without a prototype, so that `__proto__` is a name like any other. */
function takenFrom(fields: Fields, names: object): Fields {
  const taken = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(names)) taken[name] = fields[name];
  return taken;
}
