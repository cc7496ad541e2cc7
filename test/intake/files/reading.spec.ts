import { readTable } from '../../../src/platform/tables/read-table';
import { XlsxWorkbookWriter } from '../../../src/platform/xlsx/xlsx-workbook-writer';
test('x', async () => {
  console.log(JSON.stringify(await readTable(Buffer.from('\ufefftype;cpr;startedOn\r\nstart;150277-9995;"01-02-2024"\r\n\r\nstart;150277-9995;01.03.2024\r\n'))));
  console.log(JSON.stringify(await readTable(await new XlsxWorkbookWriter().write([{name:'Rækker',columns:['type','cpr','value'],rows:[['start','0201609995',1.5],[null,null,{day:'2024-02-03'}],['=x','toString',3]]},{name:'To',columns:['a'],rows:[]}]))));
});
