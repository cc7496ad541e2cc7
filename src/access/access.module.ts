import { Module } from '@nestjs/common';
import { Vault } from '../ports/vault';
import { LookupController } from './adapters/lookup.controller';
import { LookUpPerson } from './application/look-up-person';
import { PersonKeys } from './domain/person-key';

/** Who is who. */
@Module({
  controllers: [LookupController],
  providers: [
    {
      provide: LookUpPerson,
      inject: [PersonKeys, Vault],
      useFactory: (keys: PersonKeys, vault: Vault) => new LookUpPerson(keys.keyOf, vault),
    },
  ],
})
export class AccessModule {}
