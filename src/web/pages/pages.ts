import type { Type } from '@nestjs/common';
import { DefinitionsPages } from './definitions/definitions.pages';
import { DeliveriesPages } from './deliveries/deliveries.pages';
import { FiguresPages } from './figures/figures.pages';
import { IndicatorsPages } from './indicators/indicators.pages';
import { LooksPages } from './looks/looks.pages';
import { MetadataPages } from './metadata/metadata.pages';
import { MinePages } from './mine/mine.pages';
import { OperationsPages } from './operations/operations.pages';
import { OverviewPages } from './overview/overview.pages';
import { PersonsPages } from './persons/persons.pages';
import { ReportsPages } from './reports/reports.pages';
import { DemoUsersPages } from './sign-in/demo-users.pages';
import { SourcesPages } from './sources/sources.pages';
import { StatementPages } from './statement/statement.pages';
import { TransitionsPages } from './transitions/transitions.pages';
import { UnitsPages } from './units/units.pages';
import { UploadsPages } from './upload/uploads.pages';
import { WorklistPages } from './worklist/worklist.pages';

/** The controllers of all pages. */
export const PAGES: readonly Type[] = [
  DefinitionsPages,
  DeliveriesPages,
  FiguresPages,
  IndicatorsPages,
  LooksPages,
  MetadataPages,
  MinePages,
  OperationsPages,
  OverviewPages,
  PersonsPages,
  ReportsPages,
  DemoUsersPages,
  SourcesPages,
  StatementPages,
  TransitionsPages,
  UnitsPages,
  UploadsPages,
  WorklistPages,
];
