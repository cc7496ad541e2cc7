import { describeEventLog, type OpenedLog } from '../../ports/event-log.suite';
import { describeWithKafka, openLog } from './kafka';

async function open(topicPrefix?: string): Promise<OpenedLog> {
  const { log, start, close, prefix } = await openLog(topicPrefix === undefined ? {} : { topicPrefix });
  return {
    log,
    start,
    close,
    reopen: async () => {
      await close();
      return open(prefix);
    },
  };
}

describeWithKafka('with a Kafka', () => describeEventLog('Kafka', () => open()));
