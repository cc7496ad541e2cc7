import { writeFileSync } from 'node:fs';

/** Preloaded into a measured program: writes its peak resident memory (kilobytes) when it ends. */
process.on('exit', () => {
  const file = process.env['REHABSPOR_BENCH_PEAK'];
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
