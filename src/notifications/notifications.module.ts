import { Module } from '@nestjs/common';
import { WebhooksController } from './adapters/webhooks.controller';

/** Where webhooks are registered; the use cases stand before the server does. */
@Module({ controllers: [WebhooksController] })
export class NotificationsModule {}
