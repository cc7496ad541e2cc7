import { simulateMuted } from './muted-municipalities';
test('x', async () => {
  const t = performance.now();
  const r = await simulateMuted(Number(process.env.P ?? 1500), Number(process.env.R ?? 20), 1);
  console.log(JSON.stringify(r, undefined, 1), performance.now() - t);
  expect(r.runs).toBeGreaterThan(0);
});
