import type { Role } from '#kernel';

export class NamedThing {
  id: string;
  name: string;
}

/** Who is signed in, and for which municipality. */
export class MeResponse {
  user: NamedThing;
  organisation: NamedThing;
  municipality: NamedThing;
  /** Roles in this municipality. */
  roles: Role[];
  /** Send this as `X-CSRF-Token` with every write from a browser; null with a bearer token. */
  csrfToken: string | null;
  /** When the session ends by itself; null with a bearer token. */
  sessionExpiresAt: string | null;
  /** Unread messages in the inbox. */
  unreadCount: number;
  /** Whether the role and the organisation may work with a BSN (Wabb 10); of whom is another question. */
  maySeeBsn: boolean;
}

