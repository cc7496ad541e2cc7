import { Module } from '@nestjs/common';
import { Vault } from '../ports/vault';
import { DemoSignInController } from './adapters/demo-sign-in.controller';
import { LookupController } from './adapters/lookup.controller';
import { ReaderController } from './adapters/reader.controller';
import { RelationsController } from './adapters/relations.controller';
import { SignInController } from './adapters/sign-in.controller';
import { LookUpPerson } from './application/look-up-person';
import { PersonKeys } from './domain/person-key';

/** Who is who, and who signs in. */
@Module({
  // Of two addresses that fit, the one that stands first answers.
  controllers: [LookupController, RelationsController, ReaderController, SignInController, DemoSignInController],
  providers: [
    {
      provide: LookUpPerson,
      inject: [PersonKeys, Vault],
      useFactory: (keys: PersonKeys, vault: Vault) => new LookUpPerson(keys.keyOf, vault),
    },
  ],
})
export class AccessModule {}
