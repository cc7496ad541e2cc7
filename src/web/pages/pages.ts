import type { Type } from '@nestjs/common';
import { FiguresPages } from './figures/figures.pages';
import { IndicatorsPages } from './indicators/indicators.pages';
import { OverviewPages } from './overview/overview.pages';
import { DemoUsersPages } from './sign-in/demo-users.pages';
import { SourcesPages } from './sources/sources.pages';
import { UnitsPages } from './units/units.pages';

/** The controllers of all pages. */
export const PAGES: readonly Type[] = [FiguresPages, IndicatorsPages, OverviewPages, DemoUsersPages, SourcesPages, UnitsPages];
