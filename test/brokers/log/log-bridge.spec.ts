import { logLevel } from 'kafkajs';
import { kafkaLogBridge } from '../../../src/platform/kafka/kafka-log-bridge';
import { RememberingLogger } from './kafka';

function tell(message: string, extra: object = {}, level = logLevel.ERROR) {
  return { namespace: 'Connection', level, label: 'ERROR', log: { timestamp: '', message, ...extra } };
}

describe('what kafkajs says', () => {
  it('comes to our log with where and what, and nothing else', () => {
    const logger = new RememberingLogger();
    const bridge = kafkaLogBridge(logger);
    bridge(tell('Closed connection', { broker: 'a:1', error: new Error('reset'), payload: 'secret', stack: 'secret' }));
    bridge(tell('Slow', { groupId: 'g' }, logLevel.WARN));
    expect(logger.said).toEqual([
      {
        level: 'error',
        message: 'Kafka client: Connection: Closed connection',
        details: { broker: 'a:1', error: 'reset' },
      },
      { level: 'warn', message: 'Kafka client: Connection: Slow', details: { groupId: 'g' } },
    ]);
  });

  it('is told once when it is said over and over', () => {
    const logger = new RememberingLogger();
    const bridge = kafkaLogBridge(logger);
    for (let times = 0; times < 50; times += 1) bridge(tell('connect ECONNREFUSED'));
    expect(logger.said).toHaveLength(1);
  });

  it('warns of nothing that is everyday', () => {
    const logger = new RememberingLogger();
    const bridge = kafkaLogBridge(logger);
    bridge(
      tell('Response Heartbeat(key: 12, version: 3)', { error: 'The group is rebalancing, so a rejoin is needed' }),
    );
    bridge(tell('The group is rebalancing, re-joining', {}, logLevel.WARN));
    expect(logger.said).toEqual([]);
  });
});
