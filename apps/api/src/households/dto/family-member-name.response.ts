import { NamedThing } from '../../me/me.response.js';

export class FamilyMemberNameResponse extends NamedThing {
  /** No: somebody who left the family. Stays here for what was written before; nothing new is for them. */
  present: boolean;
}
