import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { ApiOperation } from '@nestjs/swagger';
import { signInOver } from '../../src/access/access.composition';
import { requireRows } from '../../src/access/adapters/operations-served';
import { compileAccess } from '../../src/access/domain/access-table';
import { readSettings } from '../../src/platform/config/settings';

@Controller('things')
class ThingsController {
  @Get()
  @ApiOperation({ operationId: 'listThings' })
  list(): string[] {
    return [];
  }

  @Get('unnamed')
  unnamed(): string[] {
    return [];
  }

  helps(): string {
    return 'nobody asks for this';
  }
}

@Module({ imports: [DiscoveryModule], controllers: [ThingsController] })
class ThingsModule {}

test('an address without a row keeps the program from starting, with a sentence that names it', async () => {
  const app = await NestFactory.createApplicationContext(ThingsModule, { logger: false });
  const [discovery, scanner] = [app.get(DiscoveryService), app.get(MetadataScanner)];
  const rows = (...names: string[]) =>
    compileAccess(Object.fromEntries(names.map((name) => [name, { cells: { everyone: 'open' as const } }])));

  expect(() => requireRows(rows(), discovery, scanner)).toThrow(
    'contracts/access.yaml does not say who may see what listThings, ThingsController.unnamed answer',
  );
  expect(() => requireRows(rows('listThings'), discovery, scanner)).toThrow('ThingsController.unnamed answers');
  expect(() => requireRows(rows('listThings', 'ThingsController.unnamed'), discovery, scanner)).not.toThrow();
  await app.close();
});

const starting = (environment: Record<string, string>) => () =>
  signInOver({ settings: readSettings(environment), clock: { now: () => 0 }, keyOf: (digits) => digits });

test.each([
  ['on an address others reach', { REHABSPOR_HOST: '0.0.0.0' }],
  ['distributed', { REHABSPOR_MODE: 'distributed' }],
])('%s nothing starts without an issuer', (_where, environment) => {
  expect(starting(environment)).toThrow('set REHABSPOR_OIDC_ISSUER');
  const issuer = { REHABSPOR_OIDC_ISSUER: 'https://issuer.example' };
  expect(starting({ ...environment, ...issuer })().demo).toBeUndefined();
});

test('on a loopback address demo users sign in, unless an issuer is set', () => {
  expect(starting({})().demo?.readerOf('hospital')).toMatchObject({ roles: ['hospital', 'public'] });
  expect(starting({ REHABSPOR_OIDC_ISSUER: 'https://issuer.example' })().demo).toBeUndefined();
});

test.each([
  [{ REHABSPOR_OIDC_ISSUER: 'issuer' }, 'REHABSPOR_OIDC_ISSUER must begin with https://'],
  [{ REHABSPOR_OIDC_AUDIENCE: 'rehabspor-pages' }, 'must differ'],
  [{ REHABSPOR_OIDC_METADATA: 'https://issuer.example' }, '/.well-known/'],
])('%j is refused', (environment, said) => {
  expect(() => readSettings(environment)).toThrow(said);
});
