import { Global, Module } from '@nestjs/common';
import { remember } from './application/remember';
import { Remembered } from './domain/remembered';

/** What is remembered of hiding small numbers, shared by everyone who shows tables and charts. */
@Global()
@Module({ providers: [{ provide: Remembered, useFactory: remember }], exports: [Remembered] })
export class DisclosureModule {}
