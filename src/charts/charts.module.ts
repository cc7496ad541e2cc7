import { Module } from '@nestjs/common';
import { ChartsController } from './adapters/charts.controller';

/** What is drawn. */
@Module({ controllers: [ChartsController] })
export class ChartsModule {}
