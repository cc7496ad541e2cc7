import { Module } from '@nestjs/common';
import { PageController } from './page.controller';

/** The pages people use. */
@Module({ controllers: [PageController] })
export class WebModule {}
