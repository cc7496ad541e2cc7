import type { Command } from 'commander';
import { chartCommand } from './chart.command';
import { definitionsCommand } from './definitions.command';
import { coverageCommand } from './coverage.command';
import { evaluateCommand } from './evaluate.command';
import { exportCommand } from './export.command';
import { feedsCommand } from './feeds.command';
import { generateCommand } from './generate.command';
import { importCommand } from './import.command';
import { metadataCommand } from './metadata.command';
import { rebuildCommand } from './rebuild.command';
import { movementCommand } from './movement.command';
import { reportCommand } from './report.command';
import { reportsCommand } from './reports.command';
import { sensitivityCommand } from './sensitivity.command';
import { serveCommand } from './serve.command';
import { startCommand } from './start.command';
import { subscriptionsCommand } from './subscriptions.command';
import { transitionsCommand } from './transitions.command';
import { verifyCommand } from './verify.command';
import type { Program } from './program';

/** Every command, in the order the help tells them. */
export function commandsOf(program: Program): Command[] {
  return [
    evaluateCommand(program),
    importCommand(program),
    exportCommand(program),
    reportCommand(program),
    reportsCommand(program),
    movementCommand(program),
    transitionsCommand(program),
    coverageCommand(program),
    chartCommand(program),
    feedsCommand(program),
    metadataCommand(program),
    subscriptionsCommand(program),
    definitionsCommand(program),
    sensitivityCommand(program),
    verifyCommand(program),
    rebuildCommand(program),
    startCommand(program),
    serveCommand(program),
    generateCommand(),
  ];
}
