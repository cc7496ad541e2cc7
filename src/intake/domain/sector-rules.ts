import { schemeOfKind } from '../../kernel/event-kinds';
import { schemeOf } from '../../kernel/organisation';
import type { Envelope } from './envelope';
import { refuse, type Refusal } from './refusal';

/** R15, R04: who may report at all, and who may report this; asked as soon as the envelope is sound. */
export function checkSector({ kind, source, data }: Envelope): Refusal | undefined {
  const scheme = schemeOf(source);
  if (scheme === undefined) {
    return refuse(
      'NOT_REGISTRABLE',
      'source',
      'Services from this kind of source, insurance-paid ones included, cannot be registered (R15).',
    );
  }
  const sender = schemeOfKind(kind);
  if (sender === 'municipality' && 'code' in data) {
    return refuse(
      'WRONG_CODE_SYSTEM_FOR_SECTOR',
      'data.code',
      'Municipalities do not use SKS codes: leave `data.code` out and say what was done in `data.kind` (R04).',
    );
  }
  if (sender !== scheme) {
    return refuse(
      'WRONG_CODE_SYSTEM_FOR_SECTOR',
      'type',
      `\`type\` belongs to sources \`${sender}:…\`; send it from there, or the type of this source’s own sector.`,
    );
  }
  return undefined;
}
