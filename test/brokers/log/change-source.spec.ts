import { KafkaChangeSource } from '../../../src/platform/kafka/kafka-change-source';
import { describeChangeSource } from '../../ports/change-source.suite';
import { describeWithKafka, openLog, untilLed } from './kafka';

describeWithKafka('with a Kafka', () =>
  describeChangeSource('Kafka', async () => {
    const { ownLog: log, connection, logger, prefix } = await openLog();
    await untilLed(connection, prefix);
    return { log, changes: new KafkaChangeSource(connection, prefix, logger) };
  }),
);
