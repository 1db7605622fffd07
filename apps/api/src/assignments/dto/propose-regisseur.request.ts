import { IsUUID } from 'class-validator';
import { Text } from '../../http/fields.js';

export class ProposeRegisseurRequest {
  @IsUUID()
  regisseurId: string;

  /** Why this regisseur; the regisseur reads it. */
  @Text(500, { optional: true })
  note?: string;

  /** Why this regisseur can have a family above the band of the team. */
  @Text(500, { optional: true })
  overrideReason?: string;
}
