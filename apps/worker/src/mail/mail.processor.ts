import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { type OpenRow, Settings, type Transaction } from '#platform';
import { isNotificationKind, notificationMail } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** A mail server that hangs must not hold the transaction and its row for minutes. */
const MILLISECONDS = { connectionTimeout: '10000', greetingTimeout: '10000', socketTimeout: '20000' };

interface Letter {
  readonly kind: string;
  readonly link: string;
  readonly email: string;
}

/** Sends the one sentence and the link that stand in the inbox; nothing else ever leaves by mail. */
@Injectable()
export class MailProcessor implements OutboxHandler {
  readonly kinds = ['mail.send'];
  private readonly transport: Transporter | undefined;

  constructor(private readonly settings: Settings) {
    this.transport = settings.SMTP_URL ? createTransport(withTimeouts(settings.SMTP_URL)) : undefined;
  }

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    if (!this.transport) return;
    const [letter] = await tx.query<Letter>(
      `SELECT i.kind, i.link, u.email FROM inbox_item i JOIN app_user u ON u.id = i.user_id AND u.active
       WHERE i.id = $1 AND i.read_at IS NULL`,
      [payload['inboxItemId']],
    );
    if (!letter || !isNotificationKind(letter.kind)) return;
    const { subject, text } = notificationMail(letter.kind, new URL(letter.link, this.settings.PUBLIC_URL).href);
    await this.transport.sendMail({ from: this.settings.MAIL_FROM, to: letter.email, subject, text });
  }
}

/** nodemailer reads its options from the address; what the administrator put there wins. */
function withTimeouts(address: string): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(MILLISECONDS)) if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  return url.href;
}
