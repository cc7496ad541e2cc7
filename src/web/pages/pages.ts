import type { Type } from '@nestjs/common';
import { DeliveriesPages } from './deliveries/deliveries.pages';
import { FiguresPages } from './figures/figures.pages';
import { IndicatorsPages } from './indicators/indicators.pages';
import { LooksPages } from './looks/looks.pages';
import { MinePages } from './mine/mine.pages';
import { OperationsPages } from './operations/operations.pages';
import { OverviewPages } from './overview/overview.pages';
import { PersonsPages } from './persons/persons.pages';
import { ReportsPages } from './reports/reports.pages';
import { DemoUsersPages } from './sign-in/demo-users.pages';
import { SourcesPages } from './sources/sources.pages';
import { StatementPages } from './statement/statement.pages';
import { UnitsPages } from './units/units.pages';
import { UploadsPages } from './upload/uploads.pages';
import { WorklistPages } from './worklist/worklist.pages';

/** The controllers of all pages. */
export const PAGES: readonly Type[] = [
  DeliveriesPages,
  FiguresPages,
  IndicatorsPages,
  LooksPages,
  MinePages,
  OperationsPages,
  OverviewPages,
  PersonsPages,
  ReportsPages,
  DemoUsersPages,
  SourcesPages,
  StatementPages,
  UnitsPages,
  UploadsPages,
  WorklistPages,
];
