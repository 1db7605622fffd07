import { type CanvasContent, EMPTY_CANVAS } from '#doorbraak';
import type { FundDomain } from '#fund';
import { addDays } from '#kernel';
import { STORIES } from './canvas-texts.js';
import type { DemoBook } from './book.js';
import type { DemoFamily } from './family.js';
import { tell } from './regie.js';

/** A canvas of this family; one that is just begun has only what the family wants. */
export function addCanvas(book: DemoBook, family: DemoFamily, domain: FundDomain, daysAgo: number, finished: boolean): { id: string; content: CanvasContent } {
  const story = STORIES[domain];
  const reviewOn = finished ? addDays(book.today, book.random.between(60, 200)) : null;
  const { needed, ownContribution, whoDoesWhat, whoPays, legalRoom, values, costMuddlingOnCents, costBreakingThroughCents } = finished ? story : EMPTY_CANVAS;
  const { perspective, obstacles } = story;
  const content: CanvasContent = { perspective, obstacles, needed, ownContribution, whoDoesWhat, whoPays, legalRoom, values, costMuddlingOnCents, costBreakingThroughCents, reviewOn };
  const at = book.during(book.daysAgo(daysAgo));
  const id = book.idAt(at);
  book.add('canvas', {
    id, household_id: family.id, municipality_id: family.municipalityId, perspective, obstacles, needed, own_contribution: ownContribution,
    who_does_what: whoDoesWhat, who_pays: whoPays, legal_room: legalRoom, value_triangle: values, cost_muddling_on_cents: costMuddlingOnCents,
    cost_breaking_through_cents: costBreakingThroughCents, review_on: reviewOn, written_by: family.regisseurId, created_at: at, updated_at: at, version: 1,
  });
  tell(book, family, at, 'canvas.started', 'Er is een Doorbraak-canvas gemaakt.', family.regisseurId);
  return { id, content };
}
