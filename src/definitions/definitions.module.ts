import { Module } from '@nestjs/common';
import { TrialsController } from './adapters/trials.controller';
import { DefinitionsController } from './adapters/definitions.controller';
import { MeasuresController } from './adapters/measures.controller';
import { MetadataController } from './adapters/metadata.controller';

/** What decides, in words, and what a changed set would decide. */
@Module({ controllers: [TrialsController, DefinitionsController, MeasuresController, MetadataController] })
export class DefinitionsModule {}
