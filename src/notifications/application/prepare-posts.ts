import type { PersonKey } from '../../kernel/clinical-event';
import type { Decision, IndicatorDecision } from '../../kernel/decision';
import type { DecisionChanged } from '../../kernel/decision-change';
import type { OrganisationList } from '../../kernel/organisation-list';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type SetsAside } from '../../kernel/set-aside';
import { UNEXPLAINED_WORDS } from '../../kernel/words/webhooks';
import type { PlacedChange } from '../../ports/decision-feed';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { Webhook } from '../../ports/webhook-book';
import type { DecisionWriter } from '../../indicators/domain/render';
import { eventsOfChange } from '../domain/change-events';
import { isOfUnit } from '../domain/of-unit';
import { postsOf, type Post } from '../domain/posts';
import type { WhomItMaySee } from './whom-it-may-see';

/** What is to be sent of some changes, and by which relations it may be. */
export interface Prepared {
  readonly posts: readonly Post[];
  readonly relations: readonly string[];
}

interface Preparing {
  readonly visible: WhomItMaySee;
  readonly states: Pick<PathwayStateStore, 'load'>;
  readonly organisations: OrganisationList;
  readonly writer: DecisionWriter;
  /** The id of the definition set that `writer` explains by. */
  readonly definition: string;
  readonly source: string;
  readonly batch: number;
  readonly setAside: SetsAside;
}

/** Makes requests of changes, for a webhook: of whom its organisation may see, what it asked for. */
export class PreparePosts {
  constructor(private readonly preparing: Preparing) {}

  async of(changes: readonly PlacedChange[], webhook: Webhook): Promise<Prepared> {
    const { visible, source, batch } = this.preparing;
    const persons = [...new Set(changes.map(({ change }) => change.person))];
    const seen = await visible.among(webhook.organisation, persons);
    const wanted = {
      ...webhook,
      fromDay: webhook.progress.fromDay,
      isOfUnit: await this.unitTest(webhook.unit, [...seen.persons]),
    };
    const write = (decision: IndicatorDecision, change: DecisionChanged): Decision => this.write(decision, change);
    const toSend = changes.map((placed) => ({
      place: placed.place,
      events: seen.persons.has(placed.change.person) ? eventsOfChange(placed, wanted, { source, write }) : [],
    }));
    return { posts: postsOf(toSend, webhook.mode, batch), relations: seen.relations };
  }

  private async unitTest(unit: string | undefined, persons: readonly PersonKey[]) {
    if (unit === undefined) return () => true;
    const { states, organisations } = this.preparing;
    const folded = new Map<PersonKey, PersonPathways>();
    for (const [person, state] of await states.load(persons)) folded.set(person, state.folded);
    return (person: PersonKey, pathway: number): boolean =>
      isOfUnit(unit, folded.get(person)?.pathways[pathway - 1], organisations);
  }

  /**
   * A decision as it was told, explained where it was made by the definitions there are now; what cannot be explained keeps
   * no one waiting.
   */
  private write(decision: IndicatorDecision, change: DecisionChanged): Decision {
    const { writer, definition, setAside } = this.preparing;
    const { person, asOf } = change;
    const told = { definition: change.definition, policy: change.policy };
    if (change.definition === definition) {
      const written = attemptFor(person, 'explaining', () => writer.write(decision, person, asOf), setAside);
      if (written !== undefined) return { ...written, ...told };
    }
    return { person, ...decision, ...told, asOf, explanation: UNEXPLAINED_WORDS.explanation(told) };
  }
}
