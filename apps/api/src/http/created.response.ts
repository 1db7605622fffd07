/** What was made, to read it next. */
export class CreatedResponse {
  id: string;
}
