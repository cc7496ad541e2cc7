import { Module } from '@nestjs/common';
import { LookLog } from '../ports/look-log';
import { PathwayStateStore } from '../ports/pathway-state-store';
import { Vault } from '../ports/vault';
import { LookupController } from './adapters/lookup.controller';
import { LooksController } from './adapters/looks.controller';
import { LookUpPerson } from './application/look-up-person';
import { ViewLooks } from './application/view-looks';
import { PersonKeys } from './domain/person-key';

/** Who is who, and who looked at whom. */
@Module({
  controllers: [LookupController, LooksController],
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
