import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { BodyReader } from './bodies/body-reader';
import { ContractsController } from './contracts.controller';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';
import { ProblemPages } from './problem-pages';

/** How problems are shown to people, where this server has pages. */
export class PagesOfProblems {
  constructor(readonly pages?: ProblemPages) {}
}

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
    {
      provide: PagesOfProblems,
      inject: [{ token: ProblemPages, optional: true }],
      useFactory: (pages?: ProblemPages) => new PagesOfProblems(pages),
    },
  ],
  exports: [BodyReader, PagesOfProblems],
})
export class OperationModule {}
