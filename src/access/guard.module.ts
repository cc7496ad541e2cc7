import { Global, Module, type MiddlewareConsumer, type NestModule, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Settings } from '../platform/config/settings';
import { KnownParametersGuard } from '../platform/http/known-parameters.guard';
import { Clock } from '../ports/clock';
import { PersonEventStore } from '../ports/person-event-store';
import { RelationBook } from '../ports/relation-book';
import { AccessGuard } from './adapters/access.guard';
import { AccessRules } from './adapters/load-access-table';
import { requireRows } from './adapters/operations-served';
import { PresentGrant } from './adapters/present-grant';
import { RequestLimitsGuard } from './adapters/request-limits.guard';
import { SignInWays } from './adapters/sign-in-ways';
import { WhoAsks } from './adapters/who-asks';
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
    { provide: WhoAsks, inject: [SignInWays], useFactory: ({ signIn }: SignInWays) => new WhoAsks(signIn) },
    // The first that stands here is asked first: how often somebody asks, then whether it can be a request, then whose it is.
    {
      provide: APP_GUARD,
      inject: [Settings, Clock, WhoAsks, Reflector],
      useFactory: ({ http }: Settings, clock: Clock, who: WhoAsks, reflector: Reflector) =>
        new RequestLimitsGuard(http, clock, who, reflector),
    },
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
      inject: [AccessRules, WhoAsks, Relations, PresentGrant, PersonKeys, Settings],
      useFactory: (
        { table }: AccessRules,
        who: WhoAsks,
        relations: Relations,
        present: PresentGrant,
        keys: PersonKeys,
        { view }: Settings,
      ) => new AccessGuard({ table, who, permissions: new Permissions(relations), present, keys, view }),
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
