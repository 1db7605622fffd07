import { addDays, type LocalDate } from '#kernel';
import { expiresAt, inAmsterdam } from '../records/record-moments.js';

/** So long before the end the privacy officer is reminded: an agreement needs the signatures of two organisations (ours). */
export const WARN_DAYS = 60;

export const agreementWarnsAt = (validUntil: LocalDate): Date => inAmsterdam(addDays(validUntil, -WARN_DAYS), '09:00');

/** What leans on it stops a minute after the period; what a partner sees stopped at midnight by itself. */
export const agreementEndsAt = (validUntil: LocalDate): Date => expiresAt(validUntil);
