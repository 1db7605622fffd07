import type { LocalDate } from '#kernel';
import type { Outbox, Transaction } from '#platform';
import { remindAt } from '#privacy';
import { handoverSettings, type HandoverSettings, remindBothOn } from '../domain/index.js';

export const handoverSettingsOf = async (tx: Transaction): Promise<HandoverSettings> => {
  const [row] = await tx.query<{ settings: unknown }>('SELECT settings FROM municipality WHERE id = $1', [tx.actor.municipalityId]);
  return handoverSettings(row?.settings);
};

/** Rings when the talk should have been; the job reads the row anew, so an alarm of a day that was moved does nothing. */
export const setTalkAlarm = (tx: Transaction, outbox: Outbox, handoverId: string, talkOn: LocalDate): Promise<void> =>
  outbox.add(tx, { kind: 'handover.due', payload: { handoverId }, runAt: remindAt(remindBothOn(talkOn)), dedupeKey: `handover.due:${handoverId}:${talkOn}` });
