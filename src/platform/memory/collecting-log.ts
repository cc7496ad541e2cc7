import { EventLog, type Message, type Subscriber, type Topic, type Topics } from '../../ports/event-log';

/** Hands every published message to one function at once; for pipelines that keep nothing. */
export class CollectingLog extends EventLog {
  constructor(private readonly collect: (topic: Topic, message: Message<Topics[Topic]>) => void) {
    super();
  }

  override publish<T extends Topic>(topic: T, messages: readonly Message<Topics[T]>[]): Promise<void> {
    for (const message of messages) this.collect(topic, message);
    return Promise.resolve();
  }

  override subscribe<T extends Topic>(subscriber: Subscriber<T>): void {
    throw new Error(`A collecting log has no subscribers; ${subscriber.group} belongs on a real one.`);
  }

  override settled(): Promise<void> {
    return Promise.resolve();
  }
}
