import type { Transaction } from '#platform';

export interface MeetingNotice {
  readonly userId: string;
  readonly kind: 'meeting-invited' | 'meeting-cancelled';
  readonly link: string;
  readonly cause: string;
}

const INVITED = `SELECT DISTINCT u.id, c.state FROM coordination_meeting c
  JOIN meeting_invitation i ON i.meeting_id = c.id
  JOIN app_user u ON u.organisation_id = i.organisation_id AND u.active
  JOIN user_role r ON r.user_id = u.id AND r.municipality_id = c.municipality_id AND r.role = 'partner-worker'
  WHERE c.id = $1 ORDER BY u.id`;

/** Who works at an invited organisation hears that there is a meeting, or that it does not go on; re-read at this moment. */
export async function meetingNews(tx: Transaction, news: string, meetingId: string): Promise<MeetingNotice[]> {
  const kind = news === 'meeting.planned' ? 'meeting-invited' : 'meeting-cancelled';
  const people = await tx.query<{ id: string; state: string }>(INVITED, [meetingId]);
  const still = kind === 'meeting-invited' ? 'planned' : 'cancelled';
  return people.filter(({ state }) => state === still)
    .map(({ id: userId }) => ({ userId, kind, link: '/overleggen', cause: `${news}:${meetingId}` }));
}
