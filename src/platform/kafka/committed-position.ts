import type { KafkaConnection } from './kafka-connection';
import type { FeedEventStore } from '../../ports/feed-event-store';
import { ReadPosition } from '../../ports/read-position';

/** How far all instances that fold have come, by what Kafka knows of their group, and which feed statuses there are. */
export class CommittedPosition extends ReadPosition {
  constructor(
    private readonly connection: KafkaConnection,
    private readonly prefix: string,
    /** Whose offsets tell how far folding has come. */
    private readonly generations: { readonly foldingGroup: string },
    private readonly feedEvents: FeedEventStore,
  ) {
    super();
  }

  override async current(): Promise<string> {
    const topic = `${this.prefix}clinical-events`;
    const groupId = `${this.prefix}${this.generations.foldingGroup}.clinical-events`;
    const [offsets, stamp] = await Promise.all([
      this.connection.asAdmin((admin) => admin.fetchOffsets({ groupId, topics: [topic] })),
      this.feedEvents.stamp(),
    ]);
    const partitions = offsets.flatMap((of) => of.partitions).sort((a, b) => a.partition - b.partition);
    return [...partitions.map(({ offset }) => offset), stamp].join('/');
  }
}
