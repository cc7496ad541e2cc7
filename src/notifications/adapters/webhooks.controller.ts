import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers, AnswersNothing } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { TakeWebhooks, WebhookRefused } from '../application/take-webhooks';
import { webhookAnswer, type RegisteredWebhook, type WebhookAnswer } from './webhook.answer';
import { sentFrom } from './sent-from';
import { orderOf, SendAgainBody, WebhookBody } from './webhook.body';

const NO_SUCH = { status: 404, description: 'There is no such webhook.' } as const;

@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly taking: TakeWebhooks) {}

  @Get()
  @ApiOperation({
    operationId: 'listWebhooks',
    summary: 'Every webhook that changed decisions are sent to, and what stands in the way of those that are not.',
  })
  @Answers('WebhookList')
  async list(): Promise<{ webhooks: WebhookAnswer[] }> {
    return { webhooks: (await this.taking.list()).map(webhookAnswer) };
  }

  @Post()
  @ApiOperation({
    operationId: 'registerWebhook',
    summary:
      'Has changed decisions sent to an address as CloudEvents; the answer tells the secret they are signed with.',
  })
  @Answers('RegisteredWebhook', { status: 201 })
  @ApiBody({ type: WebhookBody })
  @ApiResponse({ status: 400, description: 'Something of the order cannot be used; `errors` says what there is.' })
  async take(@Body() body: WebhookBody): Promise<RegisteredWebhook> {
    try {
      const { webhook, secret } = await this.taking.take(orderOf(body), sentFrom(body.since));
      return { webhook: webhookAnswer(webhook), secret };
    } catch (error) {
      if (!(error instanceof WebhookRefused)) throw error;
      throw new Problem(400, 'This order cannot be taken; `errors` says which fields and why.', {
        kind: 'invalid-fields',
        errors: error.faults,
      });
    }
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeWebhook', summary: 'Ends a webhook: nothing is sent to it any more.' })
  @AnswersNothing(204, 'It is ended.')
  @ApiResponse(NO_SUCH)
  async end(@Param('id') id: string): Promise<void> {
    if (!(await this.taking.end(id))) throw noSuchWebhook();
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'resumeWebhook',
    summary: 'Lets a webhook that is on hold, or waits after a failure, go on at once from where it stood.',
  })
  @Answers('Webhook')
  @ApiResponse(NO_SUCH)
  async resume(@Param('id') id: string): Promise<WebhookAnswer> {
    return answerTo(await this.taking.resume(id));
  }

  @Post(':id/send-again')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'sendWebhookAgain',
    summary: 'Sends changed decisions once more, from the start or from a day on; events keep their ids.',
  })
  @Answers('Webhook')
  @ApiBody({ type: SendAgainBody })
  @ApiResponse(NO_SUCH)
  async sendAgain(@Param('id') id: string, @Body() { since }: SendAgainBody): Promise<WebhookAnswer> {
    return answerTo(await this.taking.sendAgain(id, sentFrom(since)));
  }
}

function answerTo(webhook: Parameters<typeof webhookAnswer>[0] | undefined): WebhookAnswer {
  if (webhook === undefined) throw noSuchWebhook();
  return webhookAnswer(webhook);
}

const noSuchWebhook = (): Problem => new Problem(404, 'There is no such webhook; GET /api/v1/webhooks lists them.');
