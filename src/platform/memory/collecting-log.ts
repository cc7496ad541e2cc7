import { EventLog, type Message, type Subscriber, type Topic } from '../../ports/event-log';

/** Hands every published message to one function at once; for pipelines that keep nothing. */
export class CollectingLog extends EventLog {
  constructor(private readonly collect: (topic: Topic, message: Message) => void) {
    super();
  }

  override publish(topic: Topic, messages: readonly Message[]): Promise<void> {
    for (const message of messages) this.collect(topic, message);
    return Promise.resolve();
  }

  override subscribe<V>(subscriber: Subscriber<V>): void {
    throw new Error(`A collecting log has no subscribers; ${subscriber.group} belongs on a real one.`);
  }

  override settled(): Promise<void> {
    return Promise.resolve();
  }
}
