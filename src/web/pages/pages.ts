import type { Type } from '@nestjs/common';
import { MinePages } from './mine/mine.pages';
import { OverviewPages } from './overview/overview.pages';
import { PersonsPages } from './persons/persons.pages';
import { DemoUsersPages } from './sign-in/demo-users.pages';
import { WorklistPages } from './worklist/worklist.pages';

/** The controllers of all pages. */
export const PAGES: readonly Type[] = [MinePages, OverviewPages, PersonsPages, DemoUsersPages, WorklistPages];
