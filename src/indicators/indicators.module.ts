import { Module } from '@nestjs/common';
import { DecisionSource } from '../ports/decision-source';
import { PersonEventStore } from '../ports/person-event-store';
import { ChangesController } from './adapters/changes.controller';
import { IndicatorsController } from './adapters/indicators.controller';
import { PersonsController } from './adapters/persons.controller';
import { DefinitionsInForce } from './application/definitions-in-force';
import { ViewPerson } from './application/view-person';
import { DecisionWriter } from './domain/render';

/** What is decided, on whom and by what. */
@Module({
  controllers: [IndicatorsController, PersonsController, ChangesController],
  providers: [
    {
      provide: ViewPerson,
      inject: [DecisionSource, PersonEventStore, DefinitionsInForce],
      useFactory: (source: DecisionSource, events: PersonEventStore, { compiled }: DefinitionsInForce) =>
        new ViewPerson(source, events, new DecisionWriter(compiled)),
    },
  ],
})
export class IndicatorsModule {}
