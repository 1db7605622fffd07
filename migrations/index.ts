import { Actors1764000000001 } from './1764000000001-actors.js';
import { AuditAndOutbox1764000000002 } from './1764000000002-audit-and-outbox.js';
import { Households1764000000003 } from './1764000000003-households.js';
import { Regie1764000000004 } from './1764000000004-regie.js';
import { Privacy1764000000005 } from './1764000000005-privacy.js';
import { Referrals1764000000006 } from './1764000000006-referrals.js';
import { Doorbraak1764000000007 } from './1764000000007-doorbraak.js';
import { Fund1764000000008 } from './1764000000008-fund.js';
import { Reminders1764000000009 } from './1764000000009-reminders.js';
import { Provenance1764000000010 } from './1764000000010-provenance.js';
import { Involvement1764000000011 } from './1764000000011-involvement.js';
import { Records1764000000012 } from './1764000000012-records.js';
import { Sharing1764000000013 } from './1764000000013-sharing.js';
import { Bsn1764000000014 } from './1764000000014-bsn.js';
import { Rights1764000000015 } from './1764000000015-rights.js';
import { Retention1764000000016 } from './1764000000016-retention.js';
import { NobodyForOneself1764000000017 } from './1764000000017-nobody-for-oneself.js';
import { SealedColumns1764000000018 } from './1764000000018-sealed-columns.js';
import { Purposes1764000000019 } from './1764000000019-purposes.js';
import { Indexes1764000000020 } from './1764000000020-indexes.js';
import { NarrowerDoors1764000000021 } from './1764000000021-narrower-doors.js';
import { FamilyPlan1764000000022 } from './1764000000022-family-plan.js';
import { People1764000000023 } from './1764000000023-people.js';
import { WaitingList1764000000024 } from './1764000000024-waiting-list.js';
import { Handover1764000000025 } from './1764000000025-handover.js';
import { Scores1764000000026 } from './1764000000026-scores.js';
import { Case1764000000027 } from './1764000000027-case.js';
import { Contacts1764000000028 } from './1764000000028-contacts.js';
import { Search1764000000029 } from './1764000000029-search.js';
import { Desk1764000000030 } from './1764000000030-desk.js';

/** In the order in which they run. */
export const migrations = [
  Actors1764000000001,
  AuditAndOutbox1764000000002,
  Households1764000000003,
  Regie1764000000004,
  Privacy1764000000005,
  Referrals1764000000006,
  Doorbraak1764000000007,
  Fund1764000000008,
  Reminders1764000000009,
  Provenance1764000000010,
  Involvement1764000000011,
  Records1764000000012,
  Sharing1764000000013,
  Bsn1764000000014,
  Rights1764000000015,
  Retention1764000000016,
  NobodyForOneself1764000000017,
  SealedColumns1764000000018,
  Purposes1764000000019,
  Indexes1764000000020,
  NarrowerDoors1764000000021,
  FamilyPlan1764000000022,
  People1764000000023,
  WaitingList1764000000024,
  Handover1764000000025,
  Scores1764000000026,
  Case1764000000027,
  Contacts1764000000028,
  Search1764000000029,
  Desk1764000000030,
];
