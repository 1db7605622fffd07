import { Actors1764000000001 } from './1764000000001-actors.js';
import { AuditAndOutbox1764000000002 } from './1764000000002-audit-and-outbox.js';
import { Households1764000000003 } from './1764000000003-households.js';
import { Regie1764000000004 } from './1764000000004-regie.js';
import { Privacy1764000000005 } from './1764000000005-privacy.js';
import { Referrals1764000000006 } from './1764000000006-referrals.js';
import { Doorbraak1764000000007 } from './1764000000007-doorbraak.js';
import { Fund1764000000008 } from './1764000000008-fund.js';
import { Reminders1764000000009 } from './1764000000009-reminders.js';
import { NobodyForOneself1764000000017 } from './1764000000017-nobody-for-oneself.js';

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
  NobodyForOneself1764000000017,
];
