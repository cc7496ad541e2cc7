import type { Type } from '@nestjs/common';
import { DeliveriesPages } from './deliveries/deliveries.pages';
import { OperationsPages } from './operations/operations.pages';
import { OverviewPages } from './overview/overview.pages';
import { DemoUsersPages } from './sign-in/demo-users.pages';
import { SourcesPages } from './sources/sources.pages';

/** The controllers of all pages. */
export const PAGES: readonly Type[] = [DeliveriesPages, OperationsPages, OverviewPages, DemoUsersPages, SourcesPages];
