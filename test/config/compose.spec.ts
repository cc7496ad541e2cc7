import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SERVICES } from '../../src/operations/services/service-names';
import { SETTING_TEXTS } from '../../src/platform/config/settings';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly restart?: string;
  readonly healthcheck?: object;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

const text = (file: string): string => readFileSync(join(__dirname, '..', '..', file), 'utf8');
const servicesIn = (file: string): Readonly<Record<string, Service>> =>
  (parse(text(file), { merge: true }) as { services: Record<string, Service> }).services;

const FILES = ['docker-compose.yml', 'docker-compose.cluster.yml', 'docker-compose.embedded.yml'];
const distributed = servicesIn('docker-compose.yml');
const images = Object.entries(distributed).filter(([, { image }]) => image === 'rehabspor');
/** Without the one for commands, which is run when somebody asks. */
const ours = images.filter(([, { profiles }]) => profiles === undefined);

test('every service runs, each by its name', () => {
  expect(ours.map(([name]) => name).sort()).toEqual([...SERVICES].sort());
  for (const [name, { command }] of ours) expect(command).toEqual(['serve', name]);
});

test('every service has a name and a password of its own at Kafka and MongoDB', () => {
  for (const [name, { environment }] of images) {
    const password = `${name.toUpperCase().replaceAll('-', '_')}_PASSWORD`;
    expect(environment).toMatchObject({
      REHABSPOR_KAFKA_USER: name,
      REHABSPOR_KAFKA_PASSWORD: expect.stringContaining(`\${${password}:?`) as string,
      REHABSPOR_MONGODB_USER: name,
      REHABSPOR_MONGODB_PASSWORD: expect.stringContaining(`\${${password}:?`) as string,
    });
  }
});

test('Kafka asks everybody who they are, in the cluster as on one broker', () => {
  const kafkaIn = (file: string, name: string) => servicesIn(file)[name]?.environment ?? {};
  const security = Object.entries(kafkaIn('docker-compose.yml', 'kafka')).filter(([name]) =>
    /SASL|SECURITY|AUTHORIZER|SUPER_USERS|INTER_BROKER/.test(name),
  );
  const map = Object.fromEntries(security)['KAFKA_LISTENER_SECURITY_PROTOCOL_MAP'];
  expect(
    String(map)
      .split(',')
      .map((one) => one.split(':')[1]),
  ).toEqual(Array(4).fill('SASL_PLAINTEXT'));
  for (const name of ['kafka', 'kafka-2', 'kafka-3']) {
    expect(kafkaIn('docker-compose.cluster.yml', name)).toMatchObject(Object.fromEntries(security));
  }
});

test('the image they share is built once', () => {
  expect(ours.filter(([, { build }]) => build !== undefined)).toHaveLength(1);
});

test('the cluster reaches every service and says of each where brokers and databases are', () => {
  const clustered = servicesIn('docker-compose.cluster.yml');
  const placed = Object.entries(clustered).filter(
    ([, { environment }]) => 'REHABSPOR_MONGODB_URL' in (environment ?? {}),
  );
  expect(placed.map(([name]) => name).sort()).toEqual([...SERVICES, 'operator'].sort());
});

test.each(FILES)('%s sets nothing the program does not know', (file) => {
  const known = SETTING_TEXTS.map(({ name }) => name);
  const set = Object.values(servicesIn(file)).flatMap(({ environment }) => Object.keys(environment ?? {}));
  expect(set.filter((name) => name.startsWith('REHABSPOR_') && !known.includes(name))).toEqual([]);
});

/** What an image has fixed itself, and what has no meaning there. */
const NOT_PASSED_ON: Readonly<Record<string, RegExp>> = {
  'docker-compose.yml': /^REHABSPOR_(HOST|PORT|DATA)$/,
  'docker-compose.embedded.yml': /^REHABSPOR_(HOST|PORT|DATA|MODE|KAFKA_\w+|MONGODB_\w+)$/,
};

test.each(Object.entries(NOT_PASSED_ON))('%s passes every setting on', (file, notPassedOn) => {
  const wanted = SETTING_TEXTS.map(({ name }) => name).filter((name) => !notPassedOn.test(name));
  const ofOurs = Object.values(servicesIn(file)).filter(({ image }) => image === 'rehabspor');
  expect(ofOurs.length).toBeGreaterThan(0);
  for (const { environment } of ofOurs) expect(Object.keys(environment ?? {})).toEqual(expect.arrayContaining(wanted));
});

test.each(FILES)('%s lets nobody in from other machines', (file) => {
  const ports = Object.values(servicesIn(file)).flatMap((service) => service.ports ?? []);
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
});

test('every process of ours runs without rights, on a file system it cannot write to', () => {
  const embedded = Object.entries(servicesIn('docker-compose.embedded.yml'));
  for (const [name, service] of [...ours, ...embedded]) {
    expect([name, service]).toMatchObject([
      name,
      { read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] },
    ]);
  }
  const last =
    text('Dockerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';
  expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('ENTRYPOINT'));
  expect(last).toMatch(/^USER node$/m);
});

test('everything that goes on running says whether it is healthy', () => {
  for (const file of FILES.filter((name) => name !== 'docker-compose.cluster.yml')) {
    expect(
      Object.entries(servicesIn(file)).filter(
        ([, { healthcheck, restart }]) => healthcheck === undefined && restart !== 'no',
      ),
    ).toEqual([]);
  }
});

test('.env.example asks for every secret compose refuses to start without', () => {
  const wanted = FILES.flatMap((file) => [...text(file).matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
  const asked = [...text('.env.example').matchAll(/^(\w+)=$/gm)].map(([, name]) => name);
  expect([...new Set(wanted)].sort()).toEqual(asked.sort());
});
