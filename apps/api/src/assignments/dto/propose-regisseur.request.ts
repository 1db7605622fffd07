import { IsUUID } from 'class-validator';
import { Text } from '../../http/fields.js';

export class ProposeRegisseurRequest {
  @IsUUID()
  regisseurId: string;

  /** Why this regisseur; the regisseur reads it. */
  @Text(500, { optional: true })
  note?: string;
}
