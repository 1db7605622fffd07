import type { Today, Urgency } from '../../api/types.js';
import type { Messages } from '../../i18n/index.js';

export interface Task {
  key: string;
  title: string;
  link: string;
  detail?: string;
  date?: string | null;
  late?: boolean;
  urgency?: Urgency;
  reminder?: { id: string; version: number };
}

export interface Group {
  title: string;
  tasks: Task[];
  /** Not for today: nothing to begin with. */
  later?: boolean;
}

/** What needs someone today, with people first: a family that waits, then what is late, then the rest. */
export function groupsOf(today: Today, text: Messages): Group[] {
  const say = text.today;
  const groups: Group[] = [
    { title: say.proposals, tasks: today.proposals.map((proposal) => proposalTask(proposal, text)) },
    { title: say.escalations, tasks: today.escalations.map(escalationTask) },
    { title: say.handovers, tasks: today.handovers.map((handover) => handoverTask(handover, text)) },
    {
      title: say.referralsLate,
      tasks: today.referralsLate.map((referral) => referralTask(referral, `${say.to} ${referral.toOrganisation}`, text)),
    },
    {
      title: say.referralsToAnswer,
      tasks: today.referralsToAnswer.map((referral) => referralTask(referral, `${say.from} ${referral.fromOrganisation}`, text)),
    },
    { title: say.reminders, tasks: today.reminders.map(reminderTask) },
    { title: text.privacy.title, tasks: today.privacy.map((task) => privacyTask(task, text)) },
    { title: say.fundRequests, tasks: today.fundRequests.map((request) => fundTask(request, text)) },
    { title: say.ahead, tasks: today.ahead.map(reminderTask), later: true },
    { title: say.inbox, tasks: today.inbox.map(inboxTask) },
  ];
  return groups.filter(({ tasks }) => tasks.length > 0);
}

const proposalTask = (proposal: Today['proposals'][number], text: Messages): Task => ({
  key: proposal.assignmentId,
  title: proposal.householdName,
  link: `/gezinnen/${proposal.householdId}`,
  detail: `${text.today.proposedBy} ${proposal.proposedBy} ·`,
  date: proposal.proposedAt,
  urgency: proposal.urgency,
});

const escalationTask = ({ escalationId, householdId, householdName, asked, answerBy, late }: Today['escalations'][number]): Task => ({
  key: escalationId,
  title: asked,
  link: `/gezinnen/${householdId}/afschalen`,
  detail: `${householdName} ·`,
  date: answerBy,
  late,
});

const handoverTask = ({ handoverId, householdId, householdName, state, talkOn, late }: Today['handovers'][number], text: Messages): Task => ({
  key: handoverId,
  title: text.today.handoverTurn[state],
  link: `/gezinnen/${householdId}/overdracht`,
  detail: `${householdName ?? ''} · ${text.today.handoverTalk}`,
  date: talkOn,
  late,
});

const referralTask = (referral: Today['referralsToAnswer'][number], who: string, text: Messages): Task => ({
  key: referral.referralId,
  title: referral.question,
  link: `/verwijzingen/${referral.referralId}`,
  detail: `${who} · ${referral.caseNumber} · ${referral.late ? text.today.answerWas : text.today.answerBy}`,
  date: referral.answerBy,
  late: referral.late,
});

const reminderTask = (reminder: Today['reminders'][number]): Task => ({
  key: reminder.id,
  title: reminder.title,
  link: `/gezinnen/${reminder.householdId}`,
  detail: reminder.householdName ? `${reminder.householdName} ·` : '',
  date: reminder.dueAt,
  reminder: { id: reminder.id, version: reminder.version },
});

const PRIVACY_PAGES: Record<Today['privacy'][number]['place'], string> = {
  breakGlass: '/privacy/noodtoegang',
  rights: '/privacy/verzoeken',
  destruction: '/privacy/vernietiging',
  agreements: '/privacy/overeenkomsten',
};

const privacyTask = ({ place, waiting, dueOn }: Today['privacy'][number], text: Messages): Task => ({
  key: place,
  title: text.privacy.places[place].title,
  link: PRIVACY_PAGES[place],
  detail: text.privacy.waiting(waiting) + (dueOn ? ` · ${text.privacy.firstTerm}` : ''),
  date: dueOn,
});

const fundTask = (request: Today['fundRequests'][number], text: Messages): Task => ({
  key: request.id,
  title: request.title,
  link: `/fonds/${request.id}`,
  detail: request.decisionDeadline ? `${request.nextStep} · ${text.today.decideBy}` : request.nextStep,
  date: request.decisionDeadline,
});

const inboxTask = (item: Today['inbox'][number]): Task => ({
  key: item.id,
  title: item.text,
  link: item.link,
  date: item.createdAt,
});
