import { Module } from '@nestjs/common';
import { CountedVersions } from '../counting/domain/counted-versions';
import { Exit } from '../disclosure/domain/exit';
import { roomProviders } from '../platform/http/room-providers';
import { Clock } from '../ports/clock';
import { DefinitionBook } from '../ports/definition-book';
import { DefinitionsController } from './adapters/definitions.controller';
import { MeasuresController } from './adapters/measures.controller';
import { MetadataController } from './adapters/metadata.controller';
import { TrialsController } from './adapters/trials.controller';
import { DefinitionProposals } from './application/definition-proposals';
import { Metadata } from './application/metadata';
import { TryDefinition } from './application/try-definition';
import { DefinitionContracts, definitionsOver, metadataOver } from './definitions.composition';

/** What decides, in words, and what a changed set would decide. */
@Module({
  controllers: [TrialsController, DefinitionsController, MeasuresController, MetadataController],
  providers: [
    ...roomProviders(
      definitionsOver,
      {
        ...{ versions: CountedVersions, contracts: DefinitionContracts, definitionBook: DefinitionBook },
        ...{ clock: Clock, exit: Exit },
      },
      { proposals: DefinitionProposals, trials: TryDefinition },
    ),
    {
      provide: Metadata,
      inject: [CountedVersions, DefinitionContracts],
      useFactory: (versions: CountedVersions, contracts: DefinitionContracts) => metadataOver({ versions, contracts }),
    },
  ],
})
export class DefinitionsModule {}
