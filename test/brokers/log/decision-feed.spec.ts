import { KafkaDecisionFeed } from '../../../src/platform/kafka/kafka-decision-feed';
import { describeDecisionFeed } from '../../ports/decision-feed.suite';
import { describeWithKafka, openLog, untilLed } from './kafka';

describeWithKafka('with a Kafka', () =>
  describeDecisionFeed('Kafka', async () => {
    const { ownLog: log, connection, prefix } = await openLog();
    await untilLed(connection, prefix);
    return { log, feed: new KafkaDecisionFeed(connection, prefix) };
  }),
);
