import { Module } from '@nestjs/common';
import { LookLog } from '../ports/look-log';
import { PathwayStateStore } from '../ports/pathway-state-store';
import { Vault } from '../ports/vault';
import { DemoSignInController } from './adapters/demo-sign-in.controller';
import { LookupController } from './adapters/lookup.controller';
import { ReaderController } from './adapters/reader.controller';
import { RelationsController } from './adapters/relations.controller';
import { SignInController } from './adapters/sign-in.controller';
import { LooksController } from './adapters/looks.controller';
import { LookUpPerson } from './application/look-up-person';
import { ViewLooks } from './application/view-looks';
import { PersonKeys } from './domain/person-key';

/** Who is who, who signs in, and who looked at whom. */
@Module({
  // Of two addresses that fit, the one that stands first answers.
  controllers: [
    LookupController,
    RelationsController,
    ReaderController,
    SignInController,
    DemoSignInController,
    LooksController,
  ],
  providers: [
    {
      provide: LookUpPerson,
      inject: [PersonKeys, Vault],
      useFactory: (keys: PersonKeys, vault: Vault) => new LookUpPerson(keys.keyOf, vault),
    },
    {
      provide: ViewLooks,
      inject: [LookLog, PathwayStateStore],
      useFactory: (looks: LookLog, states: PathwayStateStore) => new ViewLooks(looks, states),
    },
  ],
})
export class AccessModule {}
