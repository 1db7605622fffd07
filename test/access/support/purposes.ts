/** What every job may add: a message, a line in the log, a later alarm. */
export const NEWS: readonly string[] = ['inbox_item', 'outbox', 'audit_event', 'reminder'];

/** Also what leans on it: a referral without a ground stops, and the family's story says so. */
const STOPS = ['referral', 'referral_event', 'household_event'];
const EXPORT = ['rights_export', 'rights_export_text'];

/** These only bring news. */
const MESSENGERS = [
  'assignment.answered', 'assignment.ended', 'assignment.proposed', 'basis-rule.switched-off', 'break-glass.opened', 'break-glass.review-due', 'break-glass.reviewed',
  'bsn.too-often', 'case-review.cancelled', 'case-review.planned', 'case-review.today', 'case.fell-back', 'escalation.answer-due', 'escalation.answered', 'escalation.ended', 'escalation.raised', 'data-sharing-agreement.ending', 'data-sharing-agreement.to-confirm', 'fund-request.advised', 'fund-request.deadline-near',
  'fund-request.decided', 'fund-request.incomplete', 'fund-request.on-agenda', 'fund-request.submitted', 'fund-request.supplemented', 'help-agreement.withdrawn',
  'handover.answered', 'handover.cancelled', 'handover.confirmed', 'handover.done', 'handover.due', 'handover.planned', 'handover.talk-held', 'handover.talk-moved',
  'help-agreement.withdrawn-on-request', 'legal-basis.expiring', 'legal-basis.renewed', 'legal-basis.withdrawn', 'legal-basis.withdrawn-on-request', 'life-events.sweep', 'mail.send',
  'meeting.cancelled', 'meeting.planned', 'member.corrected', 'network.added', 'network.changed', 'records.sweep', 'referral.answered', 'referral.cancelled', 'referral.completed', 'referral.expired',
  'referral.feedback', 'referral.first-contact', 'referral.requested', 'referral.stopped', 'reminder.due', 'rights-export.made', 'rights-export.to-check',
  'rights-request.decided', 'rights-request.lifted', 'rights-request.recorded', 'rights-request.term-near', 'secrecy-release.expiring', 'secrecy-release.withdrawn',
  'secrecy-release.withdrawn-on-request', 'substitution.arranged', 'substitution.ended', 'early-signal.visit-planned',
];

/** Which tables a job of this kind may change, beside telling about it. */
export const MAY_CHANGE: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(MESSENGERS.map((kind) => [kind, []])),
  'legal-basis.expire': ['legal_basis', ...STOPS],
  'secrecy-release.expire': ['secrecy_release', ...STOPS],
  'waiting-list.count': ['waiting_list_day'],
  'data-sharing-agreement.ended': STOPS,
  'referral.answer-due': STOPS,
  'member.nearly-18': ['life_event'],
  'member.birthday': ['birthday_review', 'legal_basis', 'secrecy_release', 'help_agreement', 'household_event'],
  'rights-export.collect': EXPORT,
  'rights-export.make': EXPORT,
  'rights-export.expire': EXPORT,
  'rights-export.drop': EXPORT,
  'retention.month': ['destruction_list', 'destruction_item'],
  // What it destroys goes through a door that asks for the approval itself; the door is tested where it lives.
  'destruction-item.approved': ['destruction_list', 'destruction_item'],
};
