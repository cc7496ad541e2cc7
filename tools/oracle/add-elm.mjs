// node tools/oracle/add-elm.mjs < measures.json > measures-with-elm.json
import { readFileSync } from 'node:fs';
import { withElm } from './translate.mjs';

process.stdout.write(`${JSON.stringify(withElm(JSON.parse(readFileSync(0, 'utf8'))), undefined, 2)}\n`);
