import type { Messages } from '../nl.js';

type Words = Messages['words'];

const urgency: Words['urgency'] = { spoed: 'Urgent', hoog: 'High', normaal: 'Normal', laag: 'Low' };

const household: Words['household'] = {
  reported: 'Reported',
  'safety-check': 'Safety check',
  'waiting-list': 'On the waiting list',
  intake: 'Intake',
  'draft-plan': 'Plan being made',
  active: 'Active',
  'scaled-up': 'Scaled up',
  aftercare: 'Aftercare',
  closed: 'Closed',
  'referred-elsewhere': 'Helped elsewhere',
  'declined-help': 'Declined help',
  'moved-away': 'Moved away',
  merged: 'Merged',
  reopened: 'Reopened',
};

const referral: Words['referral'] = {
  draft: 'Draft',
  requested: 'Waiting for an answer',
  accepted: 'Accepted',
  rejected: 'Not accepted',
  cancelled: 'Withdrawn',
  expired: 'Expired',
  'in-progress': 'Contact made',
  'on-hold': 'On hold',
  completed: 'Completed',
  failed: 'Did not work',
  'entered-in-error': 'Made by mistake',
};

const fund: Words['fund'] = {
  draft: 'Draft',
  submitted: 'Submitted',
  'completeness-check': 'Being checked',
  incomplete: 'Waiting for more information',
  'under-review': 'Under review',
  advice: 'Waiting for advice',
  'on-agenda': 'On the agenda',
  'committee-advice': 'Advice given',
  granted: 'Granted',
  'partly-granted': 'Partly granted',
  refused: 'Refused',
  'not-considered': 'Not considered',
  withdrawn: 'Withdrawn',
  announced: 'Announced',
  paid: 'Paid',
  evaluated: 'Evaluated',
  closed: 'Closed',
};

const fundDomain: Words['fundDomain'] = {
  housing: 'Housing',
  education: 'Suitable education',
  'mental-health': 'Mental health support',
  'temporary-income': 'Temporary income',
};

const member: Words['member'] = { main: 'Main resident', partner: 'Partner', child: 'Child', other: 'Other housemate' };

const category: Words['category'] = {
  name: 'Name',
  'birth-date': 'Date of birth',
  contact: 'Phone and e-mail',
  address: 'Address',
  household: 'Family composition',
  finances: 'Finances',
  housing: 'Housing',
  work: 'Work and education',
  health: 'Health',
  safety: 'Safety',
};

const basisState: Words['basisState'] = {
  proposed: 'Proposed',
  active: 'Valid',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  superseded: 'Replaced',
  invalid: 'Invalid',
};

const basisType: Words['basisType'] = {
  'statutory-task': 'Statutory task',
  'legal-obligation': 'Legal obligation',
  consent: 'Consent',
  'vital-interest': 'Vital interest',
};

const role: Words['role'] = {
  regisseur: 'Coordinator',
  'team-lead': 'Team lead',
  'case-worker': 'Case worker',
  'partner-worker': 'Partner',
  'fund-secretary': 'Fund secretary',
  'committee-member': 'Committee member',
  'decision-maker': 'Decision maker',
  finance: 'Finance',
  'objection-handler': 'Objection handler',
  'privacy-officer': 'Privacy officer',
  'policy-adviser': 'Policy adviser',
  resident: 'Resident',
};

export const words: Words = { urgency, household, referral, fund, fundDomain, member, category, basisState, basisType, role };
