import type { RejectionCode } from '../../kernel/receipt';
import type { Resealed, Sealing } from '../../ports/sealing';
import { RejectedEvents, type KeptRejection, type RejectedAsked, type Rejection } from '../../ports/rejected-events';
import { withoutCpr, type Publish } from './kafka-source-answers';

/** Refused events that are kept in a store and told on the topic `rejected-events`, payloads sealed in both. */
export class ToldRejectedEvents extends RejectedEvents {
  constructor(
    private readonly kept: RejectedEvents,
    private readonly seal: Sealing,
    private readonly publish: Publish,
  ) {
    super();
  }

  override async keep(rejections: readonly Rejection[]): Promise<void> {
    await this.kept.keep(rejections);
    await this.publish(
      'rejected-events',
      rejections.map(({ receipt: { reason: _reason, ...receipt }, receivedAt, payload, origin }) => {
        const told = withoutCpr(receipt);
        const sealed = this.seal.seal(payload).toString('base64');
        return { key: told.source ?? '', value: { receivedAt, receipt: told, payload: sealed, ...placeOf(origin) } };
      }),
    );
  }

  override list(
    options: { readonly after: number; readonly limit: number },
    asked?: RejectedAsked,
  ): Promise<readonly KeptRejection[]> {
    return this.kept.list(options, asked);
  }

  override codes(asked: RejectedAsked): Promise<ReadonlyMap<RejectionCode, number>> {
    return this.kept.codes(asked);
  }

  override find(number: number): Promise<KeptRejection | undefined> {
    return this.kept.find(number);
  }

  override resolve(number: number, at: number): Promise<void> {
    return this.kept.resolve(number, at);
  }

  override count(): Promise<number> {
    return this.kept.count();
  }

  /** What was told stays as it is: a topic is not written anew. */
  override reseal(after: number | undefined, limit: number): Promise<Resealed<number>> {
    return this.kept.reseal(after, limit);
  }
}

/** A place in a topic, as `Incoming.origin` names it: topic, partition and offset with slashes between. */
function placeOf(origin: string | undefined): object {
  const [, topic, partition, offset] = /^(.+)\/(\d+)\/(\d+)$/.exec(origin ?? '') ?? [];
  return offset === undefined ? {} : { origin: { topic, partition: Number(partition), offset } };
}
