export class OrganisationResponse {
  id: string;
  name: string;
  kind: string;
  /** What they do, in a few words. */
  services: string | null;
}

export class OrganisationListResponse {
  items: OrganisationResponse[];
  nextCursor: string | null;
}
