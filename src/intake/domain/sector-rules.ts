import { schemeOfKind } from '../../kernel/event-kinds';
import { schemeOf } from '../../kernel/organisation';
import type { OrganisationList } from '../../kernel/organisation-list';
import { RECEIPT_WORDS } from '../../kernel/words/receipts';
import type { Envelope } from './envelope';
import { refuse, type Refusal } from './refusal';
import { isMiswritten, sourceMeant, SOURCES_WRITTEN } from './source-meant';

/** R15, R04: who may report at all, and who may report this; asked as soon as the envelope is sound. */
export function checkSector({ kind, source, data }: Envelope, organisations: OrganisationList): Refusal | undefined {
  const scheme = schemeOf(source);
  const sender = schemeOfKind(kind);
  if (scheme === undefined) {
    if (!isMiswritten(source)) return refuse('NOT_REGISTRABLE', 'source', RECEIPT_WORDS.notRegistrable, 'R15');
    const meant = sourceMeant(source, sender, organisations);
    const examples = SOURCES_WRITTEN;
    const message =
      meant === undefined
        ? RECEIPT_WORDS.sourceWritten({ examples })
        : RECEIPT_WORDS.sourceMeant({ examples, ...meant });
    return refuse('NOT_REGISTRABLE', 'source', message);
  }
  if (sender === 'municipality' && 'code' in data) {
    return refuse('WRONG_CODE_SYSTEM_FOR_SECTOR', 'data.code', RECEIPT_WORDS.noCodes, 'R04');
  }
  if (sender !== scheme) {
    return refuse('WRONG_CODE_SYSTEM_FOR_SECTOR', 'type', RECEIPT_WORDS.otherSector({ scheme: sender }));
  }
  return undefined;
}
