import { decideFolder } from './decide-folder';

/** Decides and explains everyone in the folder named by the first argument, and tells the seconds of that. */
async function main(): Promise<void> {
  process.stdout.write(JSON.stringify(await decideFolder(process.argv[2] ?? '')));
}

void main();
