import type { ClinicalEvent } from '../../kernel/clinical-event';
import { othersTurn } from '../../kernel/others-turn';
import type { EmbeddedStore } from '../embedded-store';
import { EVENT_TOPICS, type LoggedEvents } from './logged-events';

const EVENTS_AT_A_TIME = 5_000;

/** The events of an embedded log; with a snapshot begun, those of one moment. */
export class EmbeddedLoggedEvents implements LoggedEvents {
  constructor(private readonly log: EmbeddedStore['log']) {}

  count(): Promise<number> {
    return Promise.resolve(EVENT_TOPICS.reduce((sum, topic) => sum + this.log.countOf(topic), 0));
  }

  async read(take: (events: readonly ClinicalEvent[]) => Promise<void>): Promise<void> {
    for (const topic of EVENT_TOPICS) {
      for (let partition = 0; partition < this.log.partitionsOf(topic); partition += 1) {
        for (let from = 0; ;) {
          const messages = this.log.read(topic, partition, from, EVENTS_AT_A_TIME);
          const last = messages.at(-1);
          if (last === undefined) break;
          await take(messages.map(({ value }) => value));
          from = last.offset + 1;
          await othersTurn();
        }
      }
    }
  }
}
