import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../src/platform/config/settings';
import { temporaryFolder } from '../support/temporary-folder';

const faultsOf = (environment: NodeJS.ProcessEnv): string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    return /: (.*)\.$/s.exec((error as Error).message)?.[1]?.split('; ') ?? [];
  }
};

test('every setting has a default', () => {
  expect(readSettings({})).toMatchObject({
    mode: 'embedded',
    kafka: { brokers: ['127.0.0.1:9092'], prefix: '' },
    mongodb: { url: 'mongodb://127.0.0.1:27017/rehabspor' },
    traces: { share: 0.01 },
  });
});

test('what is empty is not set, as compose files give it', () => {
  const settings = readSettings({
    REHABSPOR_KAFKA_PREFIX: '',
    REHABSPOR_KAFKA_TLS: '',
    REHABSPOR_KAFKA_SASL: '',
    REHABSPOR_MONGODB_USER: '',
    REHABSPOR_MONGODB_PASSWORD: '',
    REHABSPOR_MONGODB_TLS: '',
    REHABSPOR_TRACES_URL: '',
    REHABSPOR_TRACES_SHARE: '',
    REHABSPOR_MODE: '',
  });

  expect(settings).toEqual(readSettings({}));
});

test('everything can be set', () => {
  const folder = temporaryFolder();
  const [ca, certificate, key] = ['ca.pem', 'certificate.pem', 'key.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const file of [ca, certificate, key]) writeFileSync(file, '');
  const settings = readSettings({
    REHABSPOR_MODE: 'distributed',
    REHABSPOR_KAFKA_BROKERS: 'kafka-1:9092, 10.0.0.2:9093,[2001:db8::1]:9092',
    REHABSPOR_KAFKA_PREFIX: 'trial.',
    REHABSPOR_KAFKA_TLS: 'on',
    REHABSPOR_KAFKA_CA: ca,
    REHABSPOR_KAFKA_CERTIFICATE: certificate,
    REHABSPOR_KAFKA_CERTIFICATE_KEY: key,
    REHABSPOR_KAFKA_SASL: 'scram-sha-512',
    REHABSPOR_KAFKA_USER: 'rehabspor',
    REHABSPOR_KAFKA_PASSWORD: 'secret',
    REHABSPOR_MONGODB_URL: 'mongodb://db-1:27017,db-2:27017/rehabspor?replicaSet=rs0',
    REHABSPOR_MONGODB_USER: 'rehabspor',
    REHABSPOR_MONGODB_PASSWORD: 'secret',
    REHABSPOR_MONGODB_TLS: 'on',
    REHABSPOR_MONGODB_CERTIFICATE: certificate,
    REHABSPOR_TRACES_URL: 'http://collector:4318',
    REHABSPOR_TRACES_SHARE: '1',
  });

  expect(settings).toMatchObject({
    mode: 'distributed',
    kafka: {
      brokers: ['kafka-1:9092', '10.0.0.2:9093', '[2001:db8::1]:9092'],
      prefix: 'trial.',
      tls: { ca, certificate, key },
      sasl: { mechanism: 'scram-sha-512', username: 'rehabspor', password: 'secret' },
    },
    mongodb: {
      url: 'mongodb://db-1:27017,db-2:27017/rehabspor?replicaSet=rs0',
      username: 'rehabspor',
      password: 'secret',
      tls: { certificate },
    },
    traces: { url: 'http://collector:4318', share: 1 },
  });
});

test('every fault is told at once', () => {
  const gone = join(temporaryFolder(), 'gone.pem');
  const faults = faultsOf({
    REHABSPOR_KEY: 'short',
    REHABSPOR_MODE: 'both',
    REHABSPOR_KAFKA_BROKERS: 'kafka',
    REHABSPOR_KAFKA_TLS: 'on',
    REHABSPOR_KAFKA_CA: gone,
    REHABSPOR_KAFKA_CERTIFICATE: gone,
    REHABSPOR_KAFKA_CERTIFICATE_KEY: gone,
    REHABSPOR_KAFKA_SASL: 'oauth',
    REHABSPOR_MONGODB_URL: 'mongodb://db',
    REHABSPOR_MONGODB_TLS: 'yes',
    REHABSPOR_TRACES_URL: 'collector:4318',
    REHABSPOR_TRACES_SHARE: '1%',
  });

  expect(faults).toEqual([
    'REHABSPOR_KEY must have at least 16 characters',
    'REHABSPOR_MODE must be one of embedded, distributed',
    'REHABSPOR_KAFKA_BROKERS must be host:port, separated by commas',
    'REHABSPOR_KAFKA_CA must be a file that is there',
    'REHABSPOR_KAFKA_CERTIFICATE must be a file that is there',
    'REHABSPOR_KAFKA_CERTIFICATE_KEY must be a file that is there',
    'REHABSPOR_KAFKA_SASL must be one of plain, scram-sha-256, scram-sha-512',
    'REHABSPOR_KAFKA_USER and REHABSPOR_KAFKA_PASSWORD must be set with REHABSPOR_KAFKA_SASL',
    'REHABSPOR_MONGODB_URL must be mongodb://servers/database',
    'REHABSPOR_MONGODB_TLS must be one of off, on',
    'REHABSPOR_TRACES_URL must be http://host:port or https://host:port',
    'REHABSPOR_TRACES_SHARE must be a number from 0 to 1',
  ]);
});

test('files of TLS are not looked for while it is off', () => {
  const environment = { REHABSPOR_KAFKA_CA: '/gone.pem', REHABSPOR_MONGODB_CA: '/gone.pem' };

  expect(readSettings(environment).kafka).not.toHaveProperty('tls');
  expect(readSettings({ ...environment, REHABSPOR_MONGODB_TLS: 'off' }).mongodb).not.toHaveProperty('tls');
});

test('SASL wants a user and a password', () => {
  const fault = ['REHABSPOR_KAFKA_USER and REHABSPOR_KAFKA_PASSWORD must be set with REHABSPOR_KAFKA_SASL'];

  expect(faultsOf({ REHABSPOR_KAFKA_SASL: 'plain', REHABSPOR_KAFKA_USER: 'rehabspor' })).toEqual(fault);
  expect(faultsOf({ REHABSPOR_KAFKA_SASL: 'plain', REHABSPOR_KAFKA_PASSWORD: 'secret' })).toEqual(fault);
});

test.each(['', 'kafka', ':9092', 'kafka:', 'kafka:nine', 'a:1,', 'a:1;b:2', 'kafka://a:1', 'a:123456'])(
  'brokers are not "%s"',
  (brokers) => {
    expect(faultsOf({ REHABSPOR_KAFKA_BROKERS: brokers })).toHaveLength(1);
  },
);

test.each([
  ['mongodb://db/rehabspor', 'fits'],
  ['mongodb://a:27017,b:27017/rehabspor?replicaSet=rs0', 'fits'],
  ['mongodb+srv://cluster.example/rehabspor', 'fits'],
  ['', 'does not fit'],
  ['db:27017/rehabspor', 'does not fit'],
  ['http://db/rehabspor', 'does not fit'],
  ['mongodb://db:27017', 'does not fit'],
  ['mongodb://db:27017/', 'does not fit'],
])('the database address "%s" %s', (url, fits) => {
  expect(faultsOf({ REHABSPOR_MONGODB_URL: url })).toHaveLength(fits === 'fits' ? 0 : 1);
});

test.each(['-0.1', '1.1', 'all', '1/2'])('a share of traces is not "%s"', (share) => {
  expect(faultsOf({ REHABSPOR_TRACES_SHARE: share })).toHaveLength(1);
});

test('no fault repeats a password', () => {
  const faults = faultsOf({
    REHABSPOR_KAFKA_SASL: 'none',
    REHABSPOR_KAFKA_USER: 'rehabspor',
    REHABSPOR_KAFKA_PASSWORD: 'top secret',
    REHABSPOR_MONGODB_URL: 'mongodb://user:top secret@db',
  });

  expect(faults).toHaveLength(2);
  expect(faults.join()).not.toContain('top secret');
});
