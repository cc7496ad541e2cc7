import { InvalidArgumentError, Argument, Command } from 'commander';
import { isPersonKey } from '../kernel/person-key-form';
import { readSettings } from '../platform/config/settings';
import { TextOutput } from '../platform/ndjson/text-output';
import type { Program } from './program';

const HELP = `
A person's CPR numbers and refused events rest under a key of the person's own. It is thrown away, for ever, with the
sealed numbers; what is refused of the person later is not kept readably either. Events, pathways and decisions stay under
the person key, so that every total stays the same; \`export\` leaves the person's events out and says so. Backups made
before hold the key still, and the topic rejected-events what was told there, until they have passed.

An embedded store must have no server running; on Kafka and MongoDB the services run on.`;

/** `erase`: nobody can read any more who a person is. */
export function eraseCommand(program: Program): Command {
  return new Command('erase')
    .addArgument(new Argument('<person>', 'the person key, p_…').argParser(personKeyIn))
    .addHelpText('after', HELP)
    .action(async (person: string) => {
      const opened = await program.open(readSettings(), 'rebuild');
      const { numbers, erased } = await opened.operations.erase(person).finally(() => opened.close());
      const output = new TextOutput(process.stdout, 'standard output');
      output.write(`${erased} of ${numbers} keys of ${person} thrown away; ${numbers - erased} were before.\n`);
      await output.end();
    });
}

function personKeyIn(text: string): string {
  if (isPersonKey(text)) return text;
  throw new InvalidArgumentError('It must be a person key: p_ and 22 letters, digits, - or _.');
}
