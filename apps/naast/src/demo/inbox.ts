import { type NotificationKind, notificationText } from '#reminders';
import type { DemoBook } from './book.js';

interface Message {
  readonly userId: string | null | undefined;
  readonly municipalityId: string;
  readonly kind: NotificationKind;
  readonly link: string;
  readonly cause: string;
  readonly at: Date;
}

const READ_AFTER_DAYS = 3;
const DAY_MS = 86_400_000;

/** A message as the worker would have put it in the inbox; older ones have been read. */
export function notify(book: DemoBook, { userId, municipalityId, kind, link, cause, at }: Message): void {
  if (!userId) return;
  const age = book.now.getTime() - at.getTime();
  const readAt = age > READ_AFTER_DAYS * DAY_MS ? new Date(at.getTime() + DAY_MS / 8) : null;
  book.add('inbox_item', {
    id: book.idAt(at), municipality_id: municipalityId, user_id: userId, kind, text: notificationText(kind), link, cause, created_at: at, read_at: readAt,
  });
}

interface Alarm {
  readonly municipalityId: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, string>>;
  readonly runAt: Date;
  readonly at: Date;
}

/** The row that wakes the worker; one that is due already rings as soon as the worker starts. */
export function wake(book: DemoBook, { municipalityId, kind, payload, runAt, at }: Alarm): void {
  book.add('outbox', {
    id: book.idAt(at), municipality_id: municipalityId, kind, payload, run_at: runAt, dedupe_key: `demo:${kind}:${Object.values(payload).join(':')}`, created_at: at, attempts: 0,
  });
}
