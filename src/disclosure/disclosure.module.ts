import { Global, Module } from '@nestjs/common';
import { Present } from '../access/domain/present';
import { Settings } from '../platform/config/settings';
import { exitOver } from './application/exit-over';
import { viewFor } from './domain/view-for';
import { Exit } from './domain/exit';

/** The one way out of counts, in the view of whoever asks. */
@Global()
@Module({
  providers: [
    {
      provide: Exit,
      inject: [Settings, Present],
      useFactory: ({ view }: Settings, present: Present) =>
        exitOver({
          get view() {
            return viewFor(present.grant(), view);
          },
        }),
    },
  ],
  exports: [Exit],
})
export class DisclosureModule {}
