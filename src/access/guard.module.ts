import { Global, Module, type MiddlewareConsumer, type NestModule, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Settings } from '../platform/config/settings';
import { KnownParametersGuard } from '../platform/http/known-parameters.guard';
import { Clock } from '../ports/clock';
import { PersonEventStore } from '../ports/person-event-store';
import { RelationBook } from '../ports/relation-book';
import { AccessGuard } from './adapters/access.guard';
import { AccessRules } from './adapters/load-access-table';
import { requireRows } from './adapters/operations-served';
import { PresentGrant } from './adapters/present-grant';
import { SignInWays } from './adapters/sign-in-ways';
import { Permissions } from './application/permissions';
import { Relations } from './application/relations';
import { PersonKeys } from './domain/person-key';
import { Present } from './domain/present';

/** Stands before every address, of every service: who asks, and whether the table lets them. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    PresentGrant,
    // The first that stands here is asked first: what cannot be a request need not be anybody's.
    { provide: APP_GUARD, useClass: KnownParametersGuard },
    { provide: Present, useExisting: PresentGrant },
    {
      provide: Relations,
      inject: [PersonEventStore, RelationBook, Clock],
      useFactory: (events: PersonEventStore, relationBook: RelationBook, clock: Clock) =>
        new Relations({ events, relationBook, clock }),
    },
    {
      provide: APP_GUARD,
      inject: [AccessRules, SignInWays, Relations, PresentGrant, PersonKeys, Settings],
      useFactory: (
        { table }: AccessRules,
        { signIn }: SignInWays,
        relations: Relations,
        present: PresentGrant,
        keys: PersonKeys,
        { view }: Settings,
      ) => new AccessGuard({ table, signIn, permissions: new Permissions(relations), present, keys, view }),
    },
  ],
  exports: [Present, Relations],
})
export class GuardModule implements NestModule, OnModuleInit {
  constructor(
    private readonly present: PresentGrant,
    private readonly rules: AccessRules,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.present.around).forRoutes('{*path}');
  }

  onModuleInit(): void {
    requireRows(this.rules.table, this.discovery, this.scanner);
  }
}
