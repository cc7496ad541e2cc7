import { readLprF } from '../../../src/formats/adapters/lpr-f/read-lpr-f';
import { allOf, exampleFolder, refusedIn, saidBy, statementsIn, unmappedIn } from './delivered';

test.each(['plain', 'sas-latin-1', 'quoted-parts', 'bad-rows'])('x %s', async (name) => {
  const all = await allOf(readLprF, exampleFolder('lpr-f', name));
  process.stdout.write([...statementsIn(all).map(saidBy), ...refusedIn(all), ...unmappedIn(all)].join('\n') + '\n');
});
