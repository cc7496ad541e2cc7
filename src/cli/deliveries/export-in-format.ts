import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatNamed } from '../../formats/adapters/delivery-formats';
import { writtenEvents } from '../../operations/deliveries/written-events';
import type { Settings } from '../../platform/config/settings';
import { FileError } from '../../platform/file-error';
import { inWorkFolder } from '../../operations/deliveries/work-folder';

/** Writes the events that `exportTo` puts into a file as a delivery of a format; resolves with what was written, in sentences. */
export function exportInFormat(
  format: string,
  folder: string,
  settings: Settings,
  exportTo: (file: string) => Promise<string>,
): Promise<string> {
  return inWorkFolder(settings.dataFolder, async (workFolder) => {
    const file = join(workFolder, 'events.ndjson');
    const exported = await exportTo(file);
    const { write } = await formatNamed(format);
    if (write === undefined) throw new FileError(`${format} can be read alone; name another format to write.`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const notWritten = await write(writtenEvents(file, settings.lineLimits), folder);
    const left = notWritten.map(({ what, count }) => `${count} ${what}`).join(', ');
    const said = exported.replace('Written:', 'Of these events').replace(` to ${file}`, '');
    return left === ''
      ? exported.replace(file, folder)
      : `${said} ${format} has no place for: ${left}. The others are in ${folder}.`;
  });
}
