import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { rowSecretOf } from '../../../access/domain/seals';
import { fileFormOf, fileKindsOf, type FileForm } from '../../../formats/domain/rows/file-columns';
import { digestOfNormalForm } from '../../../kernel/digest';
import { UPLOAD_FAULT_WORDS as FAULTS } from '../../../kernel/words/upload';
import { Settings } from '../../../platform/config/settings';
import { eventFieldsOf } from '../../../platform/contracts/event-fields';
import { BodyReader } from '../../../platform/http/bodies/body-reader';
import { MOST_FILE_BYTES } from '../../../platform/tables/read-table';
import { Clock } from '../../../ports/clock';
import { ApiRefusal } from '../../site/api-refusal';
import type { Page, PageAnswer } from '../../site/page';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { postedText, type Visit } from '../../site/visit';
import { isOwn } from '../sources/own';
import { faultyRowsFile } from './faulty-rows';
import { KeptFiles } from './kept-files';
import { isUpload, postedFile } from './posted-file';
import { previewOf } from './preview';
import { previewPage } from './preview-page';
import { sendRows, sentPage } from './sent-page';
import { csvTemplate, xlsxTemplate } from './template';
import { uploadPage } from './upload-page';

/** Where an organisation hands in a file of events: the template, what a file says, and sending it. */
@Pages()
export class UploadsPages {
  private readonly kept: KeptFiles;
  private readonly secret: string;

  constructor(
    private readonly site: Site,
    private readonly bodies: BodyReader,
    settings: Settings,
    clock: Clock,
  ) {
    this.kept = new KeptFiles(clock);
    this.secret = rowSecretOf(settings);
  }

  @PageAt('kilder/:organisation/fil')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => uploadPage(visit, ownForm(visit)));
  }

  @PageAt('kilder/:organisation/fil/skabelon.csv')
  csv(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => csvTemplate(ownForm(visit)));
  }

  @PageAt('kilder/:organisation/fil/skabelon.xlsx')
  xlsx(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => xlsxTemplate(ownForm(visit), visit.language));
  }

  @FormAt('kilder/:organisation/fil')
  take(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) =>
      isUpload(request) ? this.look(visit, request) : this.doWithKept(visit),
    );
  }

  /** What a posted file says; it is kept for as long as it takes to send it. */
  private async look(visit: Visit, request: Request): Promise<Page> {
    const form = ownForm(visit);
    const file = await postedFile(this.bodies, request);
    if (file === 'none') return uploadPage(visit, form, [FAULTS.noFile]);
    if (file === 'too-large') return uploadPage(visit, form, [FAULTS.tooLarge({ most: MOST_FILE_BYTES >> 20 })]);
    const source = organisationOf(visit);
    const digest = (text: string): string => digestOfNormalForm(text, this.secret);
    const preview = await previewOf(visit, file, form, { source, today: visit.today, digest });
    if ('faults' in preview) return uploadPage(visit, form, preview.faults);
    const ticket = visit.reader && this.kept.keep(visit.reader, source, preview, file.bytes.length);
    return previewPage(visit, preview, ticket ?? '');
  }

  /** Sends what was looked at, or hands back what must be corrected. */
  private async doWithKept(visit: Visit): Promise<PageAnswer> {
    const form = ownForm(visit);
    const ticket = postedText(visit, 'ticket');
    const preview = visit.reader && this.kept.find(visit.reader, organisationOf(visit), ticket);
    if (preview === undefined) return uploadPage(visit, form, [FAULTS.gone]);
    if (postedText(visit, 'do') === 'faulty') return faultyRowsFile(visit, preview);
    return sentPage(visit, preview, ticket, await sendRows(visit, preview));
  }
}

const organisationOf = ({ params }: Visit): string => params['organisation'] ?? '';

/** The form of the files of the organisation whose page it is; one hands in as one's own alone. */
function ownForm(visit: Visit): FileForm {
  const organisation = organisationOf(visit);
  if (!isOwn(visit, organisation)) throw new ApiRefusal(visit.reader === undefined ? 401 : 403, {});
  const kinds = fileKindsOf(organisation);
  if (kinds.length === 0) throw new ApiRefusal(404, {});
  return fileFormOf(kinds, eventFieldsOf);
}
