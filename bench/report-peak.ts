import { writeFileSync } from 'node:fs';

/** Preloaded into a measured program: writes its peak resident memory (kilobytes) and computing time (microseconds) when it ends. */
process.on('exit', () => {
  const file = process.env['REHABSPOR_BENCH_PEAK'];
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  if (file !== undefined) writeFileSync(file, `${maxRSS} ${userCPUTime + systemCPUTime}`);
});
