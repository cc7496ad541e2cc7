import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { BodyReader } from './bodies/body-reader';
import { ContractsController } from './contracts.controller';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';

/** Health, metrics and contracts; and how bodies are read, for every room. */
@Global()
@Module({
  controllers: [HealthController, MetricsController, ContractsController],
  providers: [
    {
      provide: BodyReader,
      inject: [Settings],
      useFactory: ({ bodies }: Settings) => new BodyReader(bodies),
    },
  ],
  exports: [BodyReader],
})
export class OperationModule {}
