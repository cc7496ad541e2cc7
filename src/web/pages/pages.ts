import type { Type } from '@nestjs/common';
import { OverviewPages } from './overview/overview.pages';
import { ReportsPages } from './reports/reports.pages';
import { DemoUsersPages } from './sign-in/demo-users.pages';

/** The controllers of all pages. */
export const PAGES: readonly Type[] = [OverviewPages, ReportsPages, DemoUsersPages];
