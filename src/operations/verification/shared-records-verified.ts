import type { ClinicalEvent } from '../../kernel/clinical-event';
import { normalForm } from '../../kernel/digest';
import { registrationOf } from '../../kernel/registration';
import { attemptFor } from '../../kernel/set-aside';
import { greatestOf } from '../../pathways/domain/registrations';
import type { PersonEventStore } from '../../ports/person-event-store';

/**
 * Where the greatest event kept of a registration that several persons sent is another than that of the log; `events`
 * are those of everyone who is related to others.
 */
export async function faultsOfSharedRecords(
  store: PersonEventStore,
  events: readonly ClinicalEvent[],
): Promise<readonly string[]> {
  const shared = new Map<string, ClinicalEvent[]>();
  for (const event of events) if (event.sharedWith !== undefined) shared.set(registrationOf(event), []);
  for (const event of events) shared.get(registrationOf(event))?.push(event);
  const kept = await store.greatestOf(shared.keys());
  const faults: string[] = [];
  for (const [record, sent] of shared) {
    const pure = () => greatestOf(sent).get(record);
    const known = kept.get(record);
    const greatest = attemptFor(sent[0]?.person ?? '', 'folding', pure, () => undefined);
    if (greatest === undefined) continue; // Whoever sent it is set aside.
    const { sealed: _sealed, stated: _stated, ...said } = greatest;
    if (known !== undefined && normalForm(known) === normalForm(said)) continue;
    faults.push(`registration ${greatest.recordId} (${greatest.kind}) of ${greatest.source} stands on another event`);
  }
  return faults;
}
