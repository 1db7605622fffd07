import { Text } from '../../http/fields.js';

export class HouseholdSearchRequest {
  /** A name (three letters or more), a case number, or postcode and house number. In the body, because a URL ends up in logs. */
  @Text(100, { example: 'Jong, de' })
  text: string;
}
