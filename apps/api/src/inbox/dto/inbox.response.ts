/** A message without personal data: one sentence and where to go. */
export class InboxItemResponse {
  id: string;
  kind: string;
  text: string;
  /** Path of a page in the web app; ids only. */
  link: string;
  createdAt: Date;
  readAt: Date | null;
}

export class InboxPageResponse {
  items: InboxItemResponse[];
  /** Send this as `cursor` for the next page; null on the last page. */
  nextCursor: string | null;
}
