/** The lines with which every municipality's register of processing begins (AVG 30); `migrations/processing-activities.ts` has their text. */
export const ACTIVITY_CODES = [
  'intake', 'early-signals', 'regie', 'records', 'sharing', 'doorbraak', 'fund', 'bsn', 'emergency', 'rights', 'retention', 'oversight', 'account',
] as const;
export type ActivityCode = (typeof ACTIVITY_CODES)[number];

/**
 * Whose data an action touches:
 * `household`: everybody who was in the family then;
 * `record`: the people the record is about (`details.memberId`, `details.shown`, or who stands in the referral or basis);
 * `nobody`: no family at all, or a list (see docs/decisions/0015).
 */
export type Touches = 'household' | 'record' | 'nobody';

export interface AuditedAction {
  readonly activity: ActivityCode;
  readonly touches: Touches;
  /** For the resident, after "Een regisseur van WIJ Groningen …". Without it the action is no looking at or sharing of the file. */
  readonly says?: string;
}

const of = (activity: ActivityCode, touches: Touches, says?: string): AuditedAction => ({ activity, touches, says });

/**
 * Every action that the audit knows, and why it happens. `x.*` stands for actions that are put together (`x.${state}`).
 * A spec collects the actions from the source and fails for one that is not here.
 */
export const AUDITED_ACTIONS: Readonly<Record<string, AuditedAction>> = {
  'session.opened': of('account', 'nobody'),
  'session.closed': of('account', 'nobody'),

  'household.registered': of('intake', 'household', 'nam de aanmelding op'),
  // Asks whether somebody is known, and is told yes or no: of whom it was is nothing written.
  'household.known-refused': of('intake', 'nobody'),
  'people.read': of('regie', 'household', 'keek wie er bij het gezin horen'),
  'member.joined': of('regie', 'record', 'nam iemand op in het gezin'),
  'member.role-changed': of('regie', 'record', 'wijzigde de plek van iemand in het gezin'),
  'member.left': of('regie', 'record', 'legde vast dat iemand niet meer bij het gezin hoort'),
  'member.returned': of('regie', 'record', 'legde vast dat iemand terug is in het gezin'),
  'member.contact-changed': of('regie', 'record', 'werkte bij hoe iemand te bereiken is'),
  'address.revealed': of('regie', 'household', 'bekeek het geheime adres'),
  'household.moved': of('regie', 'household', 'legde een verhuizing vast'),
  'household.address-kept': of('regie', 'household', 'werkte het adres bij'),
  'representative.*': of('regie', 'record', 'legde vast wie namens iemand beslist'),
  'network.backed-up': of('regie', 'nobody'),
  'network.*': of('regie', 'household', 'werkte het eigen netwerk bij'),
  'household.members-added': of('intake', 'household', 'voegde gezinsleden toe'),
  'household.read': of('regie', 'household', 'keek in het dossier'),
  // That somebody searched and how many families were shown; for what is written nowhere.
  'household.searched': of('regie', 'nobody'),
  'household.merges-read': of('regie', 'household', 'vergeleek het dossier met een ander dossier'),
  'household.merged': of('regie', 'household', 'voegde een tweede dossier van het gezin hierbij'),
  'household.went-up': of('regie', 'household', 'voegde het dossier bij een ander dossier van het gezin'),
  'household.merge-undone': of('regie', 'household', 'maakte er weer twee dossiers van'),
  'household.split-prepared': of('regie', 'household', 'keek wie er naar een eigen dossier gaat'),
  'household.split': of('regie', 'household', 'splitste het dossier'),
  'household.split-off': of('regie', 'household', 'maakte een eigen dossier'),
  'intake.imported': of('intake', 'nobody'),
  'intake.refused-rows-read': of('intake', 'nobody'),
  'intake.import-read': of('intake', 'nobody'),
  'waiting-list.exported': of('intake', 'nobody'),
  'waiting-list.listed': of('intake', 'nobody'),
  'waiting-list.counted': of('intake', 'nobody'),
  'waiting.read': of('intake', 'household', 'keek waar het gezin op de wachtlijst staat'),
  'waiting.urgency-changed': of('intake', 'household', 'veranderde hoeveel haast er is'),
  'waiting.called': of('intake', 'household', 'belde het gezin tijdens het wachten'),
  'waiting.call-undone': of('intake', 'household'),
  // About people who are no household yet; what they can ask for stands with their household once they are one.
  'early-signal.*': of('early-signals', 'nobody'),
  'early-signal-import.*': of('early-signals', 'nobody'),
  'caseload.listed': of('regie', 'nobody'),
  'today.read': of('regie', 'nobody'),

  'case.read': of('regie', 'household', 'keek hoe de hulp verloopt'),
  'case.*': of('regie', 'household'),
  'aftercare.recorded': of('regie', 'household', 'schreef op hoe het gaat in de nazorg'),
  'escalation.listed': of('regie', 'nobody'),
  'escalation.answered': of('regie', 'household', 'antwoordde op een vraag van de regisseur'),
  'escalation.overridden': of('regie', 'household', 'besloot met doorzettingsmacht'),
  'escalation.reminded': of('regie', 'household'),
  'assignment.proposed': of('regie', 'household'),
  'assignment.accepted': of('regie', 'household', 'werd de regisseur'),
  'assignment.declined': of('regie', 'household'),
  'assignment.ended': of('regie', 'household'),
  'handover.planned': of('regie', 'household'),
  'handover.read': of('regie', 'household'),
  'handover.talk-held': of('regie', 'household', 'praatte met het gezin over een nieuwe regisseur'),
  'handover.*': of('regie', 'household'),
  'caseload.band-passed': of('regie', 'nobody'),
  'caseload.moved': of('regie', 'nobody'),
  'score-round.recorded': of('regie', 'record', 'legde vast hoe het gaat'),
  'score-round.corrected': of('regie', 'record', 'verbeterde wat er stond over hoe het gaat'),
  'score-round.listed': of('regie', 'household', 'keek hoe het gaat'),
  'score-scale.made': of('regie', 'nobody'),
  'life-event.proposed': of('regie', 'record'),
  'life-event.listed': of('regie', 'household', 'keek welke gebeurtenissen er zijn'),
  'life-event.previewed': of('regie', 'household', 'keek wat er bij een gebeurtenis geregeld moet worden'),
  'life-event.*': of('regie', 'record', 'legde een gebeurtenis vast'),
  'substitution.*': of('regie', 'nobody'),

  'break-glass.opened': of('emergency', 'household', 'opende het dossier met noodtoegang'),
  'break-glass.closed': of('emergency', 'household'),
  'break-glass.read': of('emergency', 'household'),
  'break-glass.listed': of('emergency', 'nobody'),
  'break-glass.reviewed': of('emergency', 'household', 'beoordeelde de noodtoegang'),

  'household.destroyed': of('retention', 'household'),
  'help-kinds.marked': of('retention', 'household'),
  'legal-hold.*': of('retention', 'household'),
  'destruction-item.*': of('retention', 'household'),
  'destruction-list.*': of('retention', 'nobody'),
  'retention-rule.changed': of('retention', 'nobody'),
  'retention.*': of('retention', 'nobody'),

  'legal-basis.recorded': of('records', 'record', 'legde vast waarom gegevens gedeeld mogen worden met een partner'),
  'legal-basis.withdrawn': of('records', 'record', 'legde vast dat delen met een partner niet meer mag'),
  'legal-basis.listed': of('records', 'household', 'keek welke gegevens gedeeld mogen worden'),
  'legal-basis.renewed': of('records', 'record', 'vernieuwde waarom gegevens gedeeld mogen worden'),
  'legal-basis.expired': of('records', 'record'),
  'legal-basis.withdrawal-previewed': of('records', 'record', 'keek wat er stopt als delen niet meer mag'),
  'secrecy-release.recorded': of('records', 'record', 'legde vast wat een professional mag vertellen'),
  'secrecy-release.withdrawn': of('records', 'record', 'legde vast dat een professional niets meer mag vertellen'),
  'secrecy-release.expired': of('records', 'record'),
  'secrecy-release.listed': of('records', 'household', 'keek wat professionals mogen vertellen'),
  'help-agreement.recorded': of('records', 'record', 'legde vast welke hulp iemand wil'),
  'help-agreement.withdrawn': of('records', 'record', 'legde vast dat iemand de hulp niet meer wil'),
  'help-agreement.listed': of('records', 'household', 'keek welke hulp is afgesproken'),
  'parental-authority.recorded': of('records', 'record', 'legde vast wie gezag heeft'),
  'birthday-review.raised': of('records', 'record'),
  'basis-rule.switched': of('records', 'nobody'),
  'sharing.read': of('sharing', 'household', 'keek wie wat ziet'),
  'data-sharing-agreement.*': of('oversight', 'nobody'),
  'data-sharing-agreement.recorded': of('oversight', 'nobody'),
  'data-sharing-agreement.confirmed': of('oversight', 'nobody'),
  'data-sharing-agreement.ended': of('oversight', 'nobody'),
  'meeting.planned': of('sharing', 'household', 'plande een overleg met partners'),
  'meeting.cancelled': of('sharing', 'household', 'zegde een overleg af'),
  'meeting.listed': of('sharing', 'household', 'keek welke overleggen er zijn'),
  'meeting.read': of('sharing', 'record', 'keek in een uitnodiging voor een overleg'),
  'meeting.agenda-set': of('sharing', 'household'),
  'meeting.minutes-written': of('sharing', 'household'),
  'meeting.held': of('sharing', 'household', 'legde vast wie bij een overleg was'),
  'meeting.decided': of('sharing', 'household', 'legde een besluit van een overleg vast'),
  'meeting.closed': of('sharing', 'household', 'sloot het verslag van een overleg'),
  'meeting.corrected': of('sharing', 'household', 'verbeterde het verslag van een overleg'),
  'meeting.opened': of('sharing', 'household', 'las het verslag van een overleg'),
  'meeting.own-listed': of('sharing', 'nobody'),
  'contact.noted': of('regie', 'household', 'schreef een verslag van een contact'),
  'contact.corrected': of('regie', 'household', 'verbeterde een verslag van een contact'),
  'contact.read': of('regie', 'household', 'las een verslag van een contact'),
  'contact-draft.*': of('regie', 'household'),
  'timeline.read': of('regie', 'household', 'las de tijdlijn'),
  // Who takes part does not know which family it is; who brings one in does.
  'case-review.*': of('regie', 'nobody'),
  'case-review.brought-in': of('regie', 'household', 'besprak het gezin zonder naam met collega’s'),
  'case-review.rewritten': of('regie', 'household'),
  'sharing.previewed': of('sharing', 'household', 'keek wat een partner zou zien'),

  'referral.requested': of('sharing', 'record', 'deelde gegevens met een partner'),
  'referral.read': of('sharing', 'record', 'keek in een verwijzing naar een partner'),
  'referral.exported': of('sharing', 'record', 'haalde een lijst met verwijzingen op'),
  'referral.list-exported': of('sharing', 'nobody'),
  'referral.listed': of('sharing', 'nobody'),
  'referral.*': of('sharing', 'record', 'werkte aan een verwijzing naar een partner'),

  'plan.read': of('regie', 'household', 'keek in het gezinsplan'),
  'plan.versions-read': of('regie', 'household', 'las eerdere gezinsplannen'),
  'plan.exported': of('regie', 'household', 'zette het gezinsplan op papier'),
  'plan.agreed': of('regie', 'household', 'legde vast dat het gezin ja zei tegen het plan'),
  'plan.*': of('regie', 'household', 'werkte aan het gezinsplan'),
  'plan-goal.*': of('regie', 'household', 'werkte aan een doel in het gezinsplan'),
  'plan-action.*': of('regie', 'household', 'werkte aan een actie in het gezinsplan'),
  'plan-scheme.*': of('regie', 'household', 'keek welke regelingen kunnen helpen'),

  'canvas.started': of('doorbraak', 'household', 'begon een doorbraakplan'),
  'canvas.revised': of('doorbraak', 'household', 'werkte aan het doorbraakplan'),
  'canvas.read': of('doorbraak', 'household', 'las het doorbraakplan'),

  'fund-request.drafted': of('fund', 'household', 'begon een aanvraag bij het fonds'),
  'fund-request.read': of('fund', 'household', 'las de aanvraag bij het fonds'),
  'fund-request.listed': of('fund', 'nobody'),
  'fund-request.conflict': of('fund', 'nobody'),
  'fund-request.*': of('fund', 'household', 'werkte aan de aanvraag bij het fonds'),

  'saved-view.*': of('regie', 'nobody'),
  'team-board.read': of('regie', 'nobody'),
  'reminder.planned': of('regie', 'household'),
  'reminder.fired': of('regie', 'household'),
  'reminder.listed': of('regie', 'nobody'),
  'reminder.*': of('regie', 'household'),

  'bsn.*': of('bsn', 'record', 'werkte met het BSN'),
  'bsn.revealed': of('bsn', 'record', 'bekeek het BSN'),
  'bsn.looked-up': of('bsn', 'record', 'zocht op BSN'),
  'bsn.refused-too-often': of('bsn', 'nobody'),

  'rights-request.listed': of('rights', 'nobody'),
  'rights-request.people-read': of('rights', 'household', 'zocht wie een verzoek over gegevens deed'),
  'rights-request.records-read': of('rights', 'household', 'zocht wat er is afgesproken, om het op verzoek in te trekken'),
  'rights-request.read': of('rights', 'record', 'las een verzoek over gegevens'),
  'rights-request.*': of('rights', 'record', 'werkte aan een verzoek over gegevens'),
  'rights-export.*': of('rights', 'record', 'maakte een overzicht van gegevens'),
  'member.corrected': of('rights', 'record', 'verbeterde gegevens'),
  'member.history-read': of('rights', 'record', 'las wat er verbeterd is'),

  'audit-log.read': of('oversight', 'household', 'keek in het logboek van het dossier'),
  'access-log.own-read': of('oversight', 'record'),
  'processing-log.read': of('oversight', 'nobody'),
  'access-log.read': of('oversight', 'record', 'keek op verzoek wie het dossier zag'),
  'processing-activity.changed': of('oversight', 'nobody'),
};

/** Looks up an action; `undefined` for one that nobody mapped. */
export const findAuditedAction = (action: string): AuditedAction | undefined =>
  AUDITED_ACTIONS[action] ?? AUDITED_ACTIONS[`${action.slice(0, action.lastIndexOf('.'))}.*`];

/** Never lose a line: what nobody mapped counts as work for the family, seen by all of it. The spec keeps this from happening. */
const UNMAPPED = of('regie', 'household', 'werkte aan het dossier');

export const auditedAction = (action: string): AuditedAction => findAuditedAction(action) ?? UNMAPPED;
