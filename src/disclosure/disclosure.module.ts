import { Global, Module } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { exitOver } from './application/exit-over';
import { Exit } from './domain/exit';

/** The one way out of counts, in the view the settings name. */
@Global()
@Module({
  providers: [{ provide: Exit, inject: [Settings], useFactory: exitOver }],
  exports: [Exit],
})
export class DisclosureModule {}
