import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { exportNews, RightsExportMaker } from '#privacy';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Makes the file for a person who asked for their data, step by step; each may be done twice. */
@Injectable()
export class RightsExportProcessor implements OutboxHandler {
  readonly kinds = ['rights-export.collect', 'rights-export.make', 'rights-export.expire', 'rights-export.drop', 'rights-export.to-check', 'rights-export.made'];

  constructor(
    private readonly maker: RightsExportMaker,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const id = payload['exportId'] ?? '';
    switch (kind) {
      case 'rights-export.collect': return this.maker.collect(tx, id);
      case 'rights-export.make': return this.maker.make(tx, id);
      case 'rights-export.expire': return this.maker.expire(tx, id);
      case 'rights-export.drop': return this.maker.drop(tx, payload['rightsRequestId'] ?? '');
      default: for (const notice of await exportNews(tx, id)) await this.inbox.notify(tx, notice);
    }
  }
}
