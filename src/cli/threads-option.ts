import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { parseCount } from './arguments';

/** As many threads as there are cores, unless it is said. */
export const threadsOption = (): Option =>
  new Option('--threads <n>', 'how many threads share the work (more than a few megabytes)')
    .argParser(parseCount(1))
    .default(availableParallelism());
