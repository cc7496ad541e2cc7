import { spawnSync } from 'node:child_process';

// Fails when the packages the program runs with have known weaknesses of severity high or above. Where no registry tells
// them it says so, loudly, and lets the other checks stand for themselves.
const { stdout, status } = spawnSync('npm', ['audit', '--json', '--audit-level=high', '--omit=dev'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const report = parsed(stdout);
if (report.auditReportVersion === undefined) {
  const why = report.message ?? report.error?.summary ?? `npm ended with ${status}`;
  process.stderr.write(`Packages were not audited: the registry does not tell weaknesses (${why.trim()}).\n`);
} else if (status !== 0) {
  for (const { name, severity, via, fixAvailable } of Object.values(report.vulnerabilities)) {
    const what = via.map((one) => (typeof one === 'string' ? `through ${one}` : `${one.title} ${one.url}`)).join('; ');
    process.stderr.write(`${name} (${severity}): ${what}${fixAvailable ? '; a mended version is there' : ''}\n`);
  }
  process.exitCode = 1;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
